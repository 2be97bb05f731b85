# Setting a round up: making it, editing its parts, the checklist, the preview and the publication.

room-setup = Setup

new-round = Make a new consultation
new-round-what = Give the consultation a title and choose what it begins with. Everything can be changed afterwards, and nobody outside the municipality sees anything before you publish.
new-round-title-help = Short and clear, for example “Handlingsplan for barnevernet”
new-round-from = What does the consultation begin with?
new-round-template = { $name }. { $what }
new-round-nothing = Nothing. You write the texts and the questions yourself.
new-round-copy = A copy of a consultation that exists. Texts, questions, codebook and contact come along; the dates are new.
new-round-copy-of = The consultation to copy
new-round-with-documents = Bring the documents too
new-round-yes = Make the consultation
new-round-mistake-copy = Choose the consultation to copy
new-round-mistake-taken = Far too many consultations have this title. Write another.
staff-no-rounds-how = Press “Make a new consultation” to begin.

setup-title = Title
setup-title-nb = Title in Bokmål
setup-title-nn = Title in Nynorsk (optional for now)
setup-lede = Introduction
setup-lede-help = Two or three sentences that say what the case is about and whom it concerns
setup-body = Text
setup-after = What happens to the input?
setup-after-help = Shown on the consultation's page and on the receipt
setup-field-in = { $field } ({ $language })
setup-in-nb = Bokmål
setup-in-nn = Nynorsk
setup-in-en = English
setup-in-en-optional = English (optional)
setup-markdown = How to make headings, lists and links
setup-markdown-what = The text is written in Markdown. An empty line parts paragraphs.
setup-markdown-example =
    ## Heading

    A paragraph with **important words** and [a link](https://example.org).

    - first item
    - second item
setup-look = See what it looks like
setup-look-heading = What the text looks like
setup-look-what = Nothing has been saved yet. The fields are further down, with what you have written.
setup-save = Save
setup-save-next = Save and go on
setup-back = Back to the setup
setup-note = What has been corrected?
setup-note-what = The consultation is public, so everyone is told what has been corrected. Those who have a draft and have left an e-mail address get it by e-mail.
setup-note-nb = What has been corrected, in Bokmål
setup-note-nn = What has been corrected, in Nynorsk
setup-note-en = What has been corrected, in English (optional)

setup-case = The case
setup-case-number = Case number
setup-case-number-help = As it stands in the case system, for example 2026/1016
setup-unit-nb = Responsible unit in Bokmål
setup-unit-nn = Responsible unit in Nynorsk
setup-unit-en = Responsible unit in English (optional)
setup-contact = Contact
setup-contact-name = Contact person or office
setup-contact-help = Someone who can answer questions about the consultation. The name, e-mail address and telephone number become public.
setup-contact-email = E-mail address
setup-contact-phone = Telephone number (optional)
setup-relations = Other consultations
setup-process = Process (optional)
setup-process-help = Consultations with the same word here are shown as siblings, for example planer-for-barn-og-unge-2026
setup-previous = Previous round (optional)
setup-previous-none = None
setup-address = Address
setup-slug = Name in the address
setup-slug-help = Lower-case letters a–z, digits and hyphens. Cannot be changed once the consultation is published.
setup-slug-fixed = The consultation is published, so the address is fixed:

setup-dates-what = The dates of a new consultation are a proposal: six weeks from the first working day in a week's time. All times are Norwegian time.
setup-announced-on = Announced
setup-announced-on-help = The date of the public notice, as it stands on the page
setup-opens = When it opens for input
setup-opens-date = First day to answer
setup-opens-time-help = Leave it empty if it is from the beginning of the day.
setup-closes = Deadline
setup-closes-date = Last day to answer
setup-closes-date-help = The deadline lasts to the end of the day, to midnight in Norway.
setup-late-counts = Input that comes after the deadline counts
setup-fixed-dates = The consultation is published. The deadline is now changed with a reason that everyone can read, under:
setup-fixed-way = The consultation is published, so who can answer is fixed.
setup-way = What is needed to answer?
setup-way-id-porten = Login with ID-porten. We know who answers, and each person answers once.
setup-way-e-mail = A link by e-mail. Fits when people without a Norwegian identity number are to answer.
setup-way-open = Nothing. Everyone can answer without logging in, also several times.
setup-why-nb = Why, in Bokmål (optional)
setup-why-nn = Why, in Nynorsk (optional)
setup-why-en = Why, in English (optional)
setup-why-help = Shown on the consultation's page

setup-parts = Go through the parts
setup-parts-what = You can save each part before it is finished, and come back later.
setup-part-texts = Texts
setup-part-facts = Facts about the case
setup-part-dates = Dates and deadline
setup-part-way = Who can answer
setup-part-questions = { $count ->
    [0] Questions (none yet)
    [one] Questions (1)
   *[other] Questions ({ $count })
}
setup-part-documents = { $count ->
    [0] Documents and pictures (none yet)
    [one] Documents and pictures (1)
   *[other] Documents and pictures ({ $count })
}

ready-heading = Checklist
ready-is = Ready
ready-nothing = Nothing is missing.
ready-must = Must be there
ready-reason = Needs a reason
ready-advice = Worth a thought
ready-title = The title is missing in Bokmål
ready-lede = The introduction is missing in Bokmål
ready-body = The text is missing in Bokmål
ready-contact = Contact and e-mail address are missing
ready-questions = The form has no questions
ready-deadline-passed = The deadline passes before anyone can answer
ready-alt = Pictures without a description: { $pictures }
ready-nynorsk = Something is missing in Nynorsk
ready-english = English is begun, but not finished
ready-missing-in = Missing in: { $places }.
ready-in-title = the title
ready-in-lede = the introduction
ready-in-body = the text
ready-in-next-steps = what happens to the input
ready-in-unit = the responsible unit
ready-in-way = who can answer
ready-in-question = question { $number }
ready-in-picture = the picture { $name }
ready-short = { $days ->
    [one] There are fewer than six weeks to answer: 1 day
   *[other] There are fewer than six weeks to answer: { $days } days
}
ready-short-law = The Planning and Building Act demands at least six weeks for municipal master plans and zoning plans (§§ 11-14 and 12-10). The State gives three months as a rule and never less than six weeks (Instructions for Official Studies, 3-3). For other municipal consultations the law sets no time, but those who are to answer must be able to.
ready-day-off = The deadline is on { $day }
ready-day-off-what = It is hard to get help on the last day then. An ordinary working day is better.
ready-documents = The consultation has no documents
ready-case-number = The case number is missing
ready-unit = The responsible unit is missing
ready-next-steps = It does not say what happens to the input
day-saturday = a Saturday
day-sunday = a Sunday
day-new-years-day = New Year's Day
day-maundy-thursday = Maundy Thursday
day-good-friday = Good Friday
day-easter-sunday = Easter Sunday
day-easter-monday = Easter Monday
day-labour-day = 1 May
day-constitution-day = 17 May
day-ascension-day = Ascension Day
day-whit-sunday = Whit Sunday
day-whit-monday = Whit Monday
day-christmas-day = Christmas Day
day-boxing-day = Boxing Day

preview-heading = Preview
preview-what = Make a link and send it to colleagues who are to see the consultation before it is public. They need not log in. The link works until you delete it, or until the consultation is published.
preview-label = Whom is the link for? (optional)
preview-label-help = For example “the management”. Only administrators see it.
preview-make = Make a link
preview-links = Links that work
preview-unnamed = Unnamed
preview-made-by = Made by { $who },
preview-revoke = Delete the link
preview-new = The link has been made
preview-new-what = Copy it now. It is shown this one time only.
preview-banner = Preview: The consultation is not published. This is what the page looks like when it opens. Do not pass the link on.
preview-questions = The questions of the form
preview-no-questions = The form has no questions yet.

publish-heading = Publication
publish-is-public = The consultation was published on { $moment }.
publish-then = Deadline, closing and reasons are found under
publish-not-ready = The consultation can be published when everything that “must be there” in the checklist is.
publish-planned = The consultation will be published on { $moment }. You need not do anything more.
publish-planned-lacks = Something that must be there is missing after all. See the checklist.
publish-call-off = Call the publication off
publish-opens-at-once = It can be answered as soon as it is published.
publish-opens = It can be answered from { $moment }.
publish-when = When shall the consultation be published?
publish-now = Now
publish-at = At a set time
publish-date = Date of publication
publish-date-help = Only if you have chosen a set time
publish-language-why = Why something is missing in Nynorsk
publish-language-why-is = Why a language is missing: { $why }
publish-yes = Publish

setup-remove = Delete the consultation
setup-remove-what = The consultation has never been published, and nobody has answered it. If you delete it, its texts, questions, codebook and documents are gone for good.
setup-remove-yes = Yes, delete the consultation
setup-remove-no = No, keep it

setup-done-made = The consultation has been made. Go through the parts, and publish when you are ready.
setup-done-saved = The changes have been saved.
setup-done-published = The consultation has been published.
setup-done-planned = The publication has been planned.
setup-done-called-off = The planned publication has been called off.
setup-done-link-revoked = The link has been deleted and shows nothing any more.
setup-done-removed = The consultation has been deleted.
setup-too-many-links = There are too many links. Delete one that is not used, and try again.
setup-conflict-theirs = This is what it says now, after somebody else saved:
setup-conflict-empty = The field is empty.

setup-mistake-title = Write a title in Bokmål
setup-mistake-email = Write an e-mail address, for example name@kommune.no
setup-mistake-slug = The name in the address must have 3 to 80 characters, only lower-case letters a–z, digits and hyphens, and not begin or end with a hyphen. The words ny, brev, logg and tilganger are taken.
setup-mistake-slug-taken = Another consultation has this name in its address. Choose another.
setup-mistake-date = Choose a date
setup-mistake-order = The deadline must be after it opens for input
setup-mistake-why = Write the reason in Bokmål too
setup-mistake-way = Choose what is needed to answer
setup-mistake-previous = Choose a consultation from the list
setup-mistake-note-nb = Write in Bokmål what has been corrected. Everyone can read it.
setup-mistake-note-nn = Write in Nynorsk what has been corrected. Everyone can read it.
setup-mistake-changed = Somebody else has saved this part meanwhile. What you wrote has not been saved. See below what differs. If you save now, what stands in the fields holds.
setup-mistake-nothing = Nothing has been changed
setup-mistake-public = The consultation is public, so this cannot be changed here
setup-mistake-would-lack = The consultation is published or will be. Then title, introduction, text, contact and the languages that are there must still be there.
setup-mistake-not-ready = Something must be there before the consultation can be published. See the checklist.
setup-mistake-language = Write why something is missing in Nynorsk, or write what is missing
setup-mistake-no-time = Choose a date and a time that are to come
setup-mistake-not-planned = No publication is planned
setup-mistake-in-use = Somebody has begun to answer, or the consultation is used in another way. It cannot be deleted.
manage-mistake-not-ready = Something must be there before the consultation can be opened. See the checklist under “Setup”.
