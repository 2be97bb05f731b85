# Consulted bodies: the administrators' list, the letters, and the page that the link leads to.

room-invitees = Consulted bodies
invitees-heading = Consulted bodies
invitees-what = Here you see who is invited to respond, and how far they have come. Each gets an e-mail with a link of its own. Some programs follow links by themselves, so “Opened” is not quite certain.
invitees-none = Nobody is on the list yet. Paste a list, upload a CSV file or use the list of another consultation.
invitees-none-here = Nobody on the list matches the filter.
invitees-silent = Not responded
invitees-unreached = E-mail not delivered
invitees-invite = { $count ->
    [one] Invite the one not yet invited
   *[other] Invite the { $count } not yet invited
}
invitees-export = Download the list (CSV)
invitees-not-public = The consultation is not published yet. The invitations are sent when it is.
invitees-over = The deadline has passed, so no more invitations are sent.

invitees-paste = Add to the list
invitees-paste-label = Paste one line for each consulted body
invitees-paste-help = Write name and e-mail address with a semicolon, comma or tab between. Organisation number and language (nb, nn or en) may follow.
invitees-paste-example = The Ombudsperson for Children; post@example.org; 974760673; en
invitees-paste-yes = Add
invitees-file = Upload a CSV file
invitees-file-label = CSV file
invitees-file-help = The file must have names and e-mail addresses. It may come from a spreadsheet, and the columns may stand in any order.
invitees-file-yes = Upload
invitees-reuse = Use the list of another consultation
invitees-reuse-label = Consultation
invitees-reuse-option = { $title } ({ $count })
invitees-reuse-yes = Fetch the list
invitees-plan = Reminders
invitees-plan-what = Those who have not responded get a reminder at 8 in the morning. The deadline is { $deadline }.
invitees-plan-none = No reminders are planned.
invitees-plan-past = (this time has passed)
invitees-plan-days = Days before the deadline
invitees-plan-help = For example 7, 2. Leave the field empty if nobody shall be reminded.
invitees-plan-yes = Save the reminders

invitees-done-added = { $count ->
    [0] Nobody was added.
    [one] One has been added to the list.
   *[other] { $count } have been added to the list.
}
invitees-done-added-known = { $count ->
    [0] Nobody was added.
    [one] One has been added to the list.
   *[other] { $count } have been added to the list.
} { $known ->
    [one] One stood there already or came twice.
   *[other] { $known } stood there already or came twice.
}
invitees-done-inviting = { $count ->
    [one] One is being invited. The e-mail is on its way.
   *[other] { $count } are being invited. The e-mails are on their way.
}
invitees-done-planned = The reminders are saved.
invitees-done-removed = The body has been taken off the list.

invitees-mistake-empty = There are no consulted bodies there
invitees-mistake-too-large = The file is too large to be a list
invitees-mistake-too-many = The list becomes too long. A consultation can have at most 2000 consulted bodies.
invitees-mistake-line = Line { $number }: { $mistake }.
invitees-mistake-days = Write at most five numbers between 1 and 90 with commas between

invitee-name = Name
invitee-address = E-mail address
invitee-org-number = Organisation number (optional)
invitee-org-number-help = Nine digits. With the number we find the response also when it did not come by the link.
invitee-language = Language of the e-mails
invitee-last-letter = Last e-mail
invitee-answers = Input
invitee-facts = Details
invitee-save = Save
invitee-back = Back to the list
invitee-letters = E-mails
invitee-letters-none = No e-mail has been sent yet.
invitee-opened = The link was opened for the first time
invitee-again-what = An e-mail that was not delivered is sent again to the address that stands here now. Otherwise the invitation is sent once more, with a new link.
invitee-stop = Stop e-mails and link
invitee-stop-what = The body stays on the list, but gets no more e-mails, and the link no longer works.
invitee-remove = Take off the list
invitee-remove-what = The body has not been invited and can be taken off the list.
invitee-done-changed = The details are saved.
invitee-done-again = The e-mail is in the queue.
invitee-done-stopped = E-mails and link are stopped.

invitee-state-listed = Not invited
invitee-state-queued = Being invited
invitee-state-invited = Invited
invitee-state-opened = Opened
invitee-state-drafted = Begun
invitee-state-answered = Responded
invitee-state-no-comment = No comments
invitee-state-stopped = Stopped

invitee-mistake-name = Write a name
invitee-mistake-name-long = The name is too long
invitee-mistake-address-missing = The e-mail address is missing
invitee-mistake-address = The e-mail address is not right
invitee-mistake-org-number = The organisation number is not right
invitee-mistake-language = Choose a language
invitee-mistake-listed = Another with this name and address is on the list already
invitee-mistake-not-running = The consultation is not published, or the deadline has passed. Then we send no invitation.
invitee-mistake-not-sent = There is no e-mail to send again: the last one is still waiting to be sent.

letter-kind-invitation = Invitation
letter-kind-invitation-reminder = Reminder to a consulted body
letter-kind-invitation-deadline = New deadline to a consulted body
letter-kind-no-comment = Receipt for “no comments”

invitee-subject-invitation = Invitation to respond to a consultation: { $title }
invitee-subject-reminder = Reminder of a consultation: { $title }
invitee-subject-new-deadline = New deadline in the consultation: { $title }
invitee-subject-no-comment = Receipt: no comments ({ $reference })
invitee-letter-invitation = { $municipality } invites { $name } to respond to the consultation “{ $title }”.
invitee-letter-reminder = We have not received a response from { $name } to the consultation “{ $title }”.
invitee-letter-new-deadline = A new deadline has been set in the consultation “{ $title }”.
invitee-letter-deadline = You can respond { $deadline }.
invitee-letter-opens = It will be possible to respond from { $date }.
invitee-letter-reason = Reason: { $reason }
invitee-letter-answered-may-change = If you have responded, you need not do anything. You can change the response until the deadline.
invitee-letter-link = Read the consultation and respond here:
invitee-letter-no-comment = If you have no comments, you can say so on the same page without logging in.
invitee-letter-share = The link is for { $name } only. Pass the e-mail on to whoever shall respond for you, but do not put the link where others can find it.
invitee-letter-crossed = If you have responded in another way, you can ignore this e-mail.
invitee-letter-no-comment-received = We have registered that { $name } has no comments.
invitee-letter-change-mind = If you change your mind, you can use the link in the invitation and respond { $deadline }.
invitee-letter-contact = Questions about the consultation? Get in touch:
invitee-letter-no-reply = You cannot reply to this e-mail.

invited-heading = { $name } is invited to respond
invited-read = Read the consultation and its documents
invited-answer = Respond to the consultation
invited-first = Log in first. Then you come back here and can begin the response.
invited-begin = Begin the response
invited-go-on = Go on with the response
invited-no-comment = No comments?
invited-no-comment-what = We register a response “no comments” from { $name } and send a receipt by e-mail. The response is a case document and may be published. You need not log in.
invited-no-comment-yes = We have no comments
invited-received = We have received a response from you
invited-said-no-comment = You responded “no comments” on { $moment }.
invited-answered = The last input from you came on { $moment }.
invited-reference = The reference number is { $reference }. If it was a mistake, you can withdraw it.
invited-take-back = Withdraw “no comments”
invited-has-answered = We have already received input from you, so we did not register “no comments”.
invited-not-open = The consultation is not open for responses yet. Use the same link when it opens.
invited-closed = The deadline has passed, so it is no longer possible to respond here.

event-invitees-added = Consulted bodies added
event-invitee-changed = Details of a consulted body changed
event-invitee-removed = Consulted body taken off the list
event-invitee-stopped = E-mails and link of a consulted body stopped
event-invitations-asked = Decided to invite consulted bodies
event-reminders-planned = Reminders to consulted bodies planned
event-invitees-told = E-mails to consulted bodies written
event-invitation-opened = Link of a consulted body opened
event-invitation-taken = Response for a consulted body begun
event-invitees-exported = List of consulted bodies downloaded
