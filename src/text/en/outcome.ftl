# What came of a round, and what else may be done with one.

form-wants-outcome = E-mail me when it is clear what has been decided

respondent-outcome = Outcome
respondent-wants-outcome = Gets an e-mail when it is clear what has been decided

round-outcome = Read the outcome
round-archived = The consultation is archived
round-archived-what = Everything stands as it did when the consultation ended, but it is no longer in the lists.
round-corrections = Corrections

outcome-heading = Outcome
outcome-title = Outcome: { $round }
outcome-preview = Only staff can see this page
outcome-preview-what = The outcome has not been published yet.
outcome-decided-on = Date of the decision
outcome-decided-by = Decided by
outcome-published = Published
outcome-changed = Last changed
outcome-decision = What was decided?
outcome-next = What happens next?
outcome-revision = When will we look at this again?
outcome-round = See the whole consultation
outcome-closed = closed { $date }

room-outcome = Outcome

outcome-what = Write what was decided and what happens next. You can save as you go, even if something is missing. Only staff can see it until you publish it.
outcome-what-public = The outcome is public. Everyone can read what you save here at once.
outcome-saved = The outcome has been saved.
outcome-is-published = The outcome has been published. Those who asked for it get an e-mail.
outcome-last-saved = Last saved { $moment } by { $who }.
outcome-see = See the page
outcome-see-preview = See what the page will look like
outcome-stored = This is what { $who } has saved meanwhile
outcome-markdown = An empty line begins a new paragraph. You can use Markdown: **bold**, lists with hyphens and [link](https://…).
outcome-decision-nb = The decision in bokmål
outcome-decision-nn = The decision in nynorsk
outcome-decision-en = The decision in English (optional)
outcome-decided-by-nb = Who decided it? In bokmål (optional)
outcome-decided-by-nn = Who decided it? In nynorsk (optional)
outcome-decided-by-en = Who decided it? In English (optional)
outcome-next-nb = What happens next? In bokmål
outcome-next-nn = What happens next? In nynorsk
outcome-next-en = What happens next? In English (optional)
outcome-revision-what = For example when the plan is to be revised. Leave the fields empty if it has not been decided.
outcome-revision-nb = In bokmål (optional)
outcome-revision-nn = In nynorsk (optional)
outcome-revision-en = In English (optional)
outcome-papers-none = The consultation has no documents of the kind decision. Such documents are shown on the page with the outcome.
outcome-papers-add = Add or change documents
outcome-publish-what = When you publish the outcome, everyone can read it, and those who answered and asked for it get an e-mail. It cannot be undone, but the text can be changed.
outcome-not-yet = The outcome can be published when the deadline has passed.
outcome-publish = Publish the outcome
outcome-save = Save
outcome-save-public = Save the changes
outcome-mistake-date = Give a date that exists
outcome-mistake-only-other = Write this in bokmål as well
outcome-mistake-decision-nb = Write what was decided, in bokmål
outcome-mistake-decision-nn = Write what was decided, in nynorsk
outcome-mistake-decided-on = Choose the date of the decision
outcome-mistake-case-number = Give the case number
outcome-mistake-next-nb = Write what happens next, in bokmål
outcome-mistake-next-nn = Write what happens next, in nynorsk
outcome-mistake-changed = Somebody else has saved meanwhile. What you wrote is still here. If you save now, it replaces their text.

manage-correct = Announce a correction
manage-correct-what = Write what was corrected. It is shown on the page of the consultation, and those with a draft get an e-mail.
manage-correct-yes = Announce the correction
manage-corrected-nb = What was corrected? In bokmål
manage-corrected-nn = What was corrected? In nynorsk (optional)
manage-corrected-en = What was corrected? In English (optional)
manage-conclude = The outcome
manage-conclude-what = When the matter has been decided, you write what was decided and publish it.
manage-conclude-go = Write the outcome
manage-concluded-what = The outcome has been published.
manage-concluded-go = Change the outcome
manage-archive = Archive the consultation
manage-archive-what = The consultation can be read as before, but is no longer in the lists. Nothing is deleted, and you can take it out again.
manage-archive-yes = Archive the consultation
manage-unarchive = Take the consultation out of the archive
manage-unarchive-what = The consultation is shown in the lists again.
manage-unarchive-yes = Take it out
manage-mailings = E-mails sent
manage-mistake-not-public = The consultation is not published
manage-mistake-not-over = The deadline has not passed. Close the consultation first.
manage-mistake-already-concluded = The outcome has been published already
manage-mistake-outcome-missing = Write the outcome first
manage-mistake-is-archived = The consultation is archived. Take it out first.
manage-mistake-not-archived = The consultation is not archived

mailing-extended = The deadline is extended.
mailing-closed = The consultation is closed.
mailing-reopened = The consultation is open again.
mailing-corrected = Correction.
mailing-concluded = The outcome is ready.
mailing-to-drafts = those with a draft
mailing-to-respondents = those who answered and want to know the outcome
mailing-done = { $letters ->
    [0] No e-mails to { $audience }.
    [one] 1 e-mail to { $audience }.
   *[other] { $letters } e-mails to { $audience }.
}
mailing-under-way = { $letters } e-mails to { $audience } so far, and more are on their way.
