# The staff's pages.

channel-web = Web form
channel-form-upload = Uploaded form
channel-letter = Letter
channel-email = E-mail
channel-meeting = Meeting

rooms = Pages for this consultation
rooms-input = What came in
rooms-running = Consultation
room-submissions = Input
room-questions = Question by question
room-codes = Codebook
room-management = Management
room-export = Export
room-title = { $here }: { $round }
room-public-page = See the public page

filter = Filter
filter-status = Status
filter-deadline = Deadline
filter-all = All
filter-on-time = On time

staff-column-phase = Phase
staff-column-drafts = Drafts
staff-column-reference = Reference
staff-column-kind = Kind
staff-column-channel = Channel
staff-column-letter = About
staff-column-written = Written
staff-column-attempts = Attempts
staff-column-error = Last error
staff-column-deed = Action

staff-failed-letters = { $count ->
    [one] One e-mail has not been delivered
   *[other] { $count } e-mails have not been delivered
}
staff-failed-letters-go = See what went wrong
staff-no-rounds = No consultations have been made yet.

submissions-none = No input has come in yet.
submissions-none-how = Input that comes in letters, e-mails or meetings is registered with “innspill import”.
submissions-none-here = No input matches the filter.
submissions-show-all = Show all input
submissions-part = Showing { $first } to { $last } of { $total }
mark-changed = Version { $revision }
mark-files = { $count ->
    [one] 1 attachment
   *[other] { $count } attachments
}
mark-copy = Same text as another
mark-same-person = Same person has several

submission-heading = Input { $reference }
submission-answers = The answers
submission-pager = Previous and next input
submission-previous = Previous input
submission-next = Next input
submission-first = This is the first one
submission-last = This is the last one
submission-received = How it came in
submission-revision = Version
submission-sha256 = Checksum

questions = Questions
question-count = { $count ->
    [0] No answers.
    [one] 1 answer.
   *[other] { $count } answers.
}
question-silent = { $count ->
    [0] Everyone has answered this question.
    [one] 1 did not answer this question.
   *[other] { $count } did not answer this question.
}
question-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
question-none = Nobody has answered this question yet.

codes-what = The headings that the input is to be sorted under: { $codes ->
    [one] 1 code
   *[other] { $codes } codes
} in { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}.
codes-none = The consultation has no codebook.
codes-none-how = An administrator adds groups and codes here.

letters-heading = E-mails that have not been sent
letters-what = The service tries five times. After that, someone must find out what is wrong and send it again.
letters-none = All e-mails have been sent.
letters-requeued = The e-mail is back in the queue and will be sent again.
letters-requeue = Send again
letter-kind-receipt = Receipt
letter-kind-change = Receipt for a change
letter-kind-withdrawal = Receipt for a withdrawal
letter-kind-file-stopped = File stopped
letter-sent = Sent
letter-failed = Not delivered
letter-waiting = Waiting
letter-next = Next attempt:

manage-done = Done, and recorded in the log.
manage-open = Open the consultation now
manage-open-what = Everyone can see the consultation and give their input at once.
manage-open-yes = Open the consultation
manage-extend = Extend the deadline
manage-extend-what = The new deadline and the reason are shown on the page of the consultation.
manage-extend-yes = Extend the deadline
manage-close = Close the consultation now
manage-close-what = After this, nobody can start on new input. Anyone who already has a draft can still send it in, but it will be marked as late.
manage-close-yes = Close the consultation
manage-reopen = Open the consultation again
manage-reopen-what = It will be possible to give, change and withdraw input until the new deadline.
manage-reopen-yes = Open the consultation again
manage-until = New deadline
manage-until-help = The last day to answer
manage-time = Time (optional)
manage-time-help = Leave the field empty if the deadline lasts to the end of the day.
manage-reason-nb = Reason in Norwegian (bokmål)
manage-reason-nn = Reason in Norwegian (nynorsk, optional)
manage-reason-en = Reason in English (optional)
manage-history = History
manage-history-none = The deadline has not been changed.
manage-mistake-date = Choose a date for the new deadline
manage-mistake-time = The time is not correct. Write it as 12:00.
manage-mistake-already-open = The consultation is open already
manage-mistake-deadline-passed = The deadline has passed. Open the consultation again with a new deadline.
manage-mistake-not-running = The consultation is not running
manage-mistake-not-later = The new deadline must be later than the present one
manage-mistake-not-closed = The consultation is not closed
manage-mistake-in-the-past = The new deadline must be in the future
manage-mistake-reason = Write a reason in Norwegian (bokmål). Everyone can read what you write.

export-provisional = The export is provisional
export-provisional-what = The consultation has not closed, so more input can come. The file will be marked as provisional.
export-none = There is no input to export yet.
export-what = { $count ->
    [one] The consultation has one input. The file has one row for each answer, grouped by theme.
   *[other] The consultation has { $count } inputs. The file has one row for each answer, grouped by theme.
}
export-csv = CSV file
export-dialect = What will you use the file for?
export-dialect-excel = Open it in Excel or another spreadsheet
export-dialect-rfc4180 = Read it into another system (RFC 4180)
export-header = Names of the columns
export-header-names = Stable machine names in English
export-header-labels = Norwegian names
export-status = Which input?
export-status-received = Input that has not been withdrawn
export-status-withdrawn = Input that has been withdrawn
export-late = On time or late?
export-late-no = On time
export-late-yes = Late
export-download = Download the answers
export-download-zip = Download with information about the file (zip)
export-zip-what = The zip file also has a file that tells when the export was made, how many rows it has, what the columns mean, and what the checksum is.
