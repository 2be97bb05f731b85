# The log of all that has been done, and what stands in it.

menu-log = Log
log-heading = Log
log-what = Everything that has been done in the service, newest first. Nobody can change or delete the lines, and it is noted that you read them.
log-from = From
log-until = Up to and including
log-event = What happened?
log-who = Who?
log-staff = User id of a member of staff
log-subject = What is it about?
log-when = When?
log-filter = Show
log-show-all = Show the whole log
log-none = No lines fit what you asked for.
log-newest = Newest
log-newer = Newer
log-older = Older
log-download = Download the lines (CSV)
log-mistake-date = Write a date that exists
log-mistake-order = The last day is before the first

readers = Read by
readers-none = No member of staff has opened this submission before you.
readers-times = { $times ->
    [one] (once)
   *[other] ({ $times } times)
}
readers-log = See all that is noted about the submission
readers-others = The submission may also have been read question by question or in an export.
readers-log-round = See all that is noted about the consultation

actor-citizen = Resident
actor-command-line = The command line
actor-worker = The service itself
actor-provider = The login service { $name }
actor-reader = reader
actor-case-officer = case officer
actor-administrator = administrator

event-round-imported = Consultation added
event-round-opened = Consultation opened
event-round-extended = Deadline extended
event-round-closed = Consultation closed
event-round-reopened = Consultation reopened
event-document-added = Document added
event-document-changed = Details of document changed
event-document-moved = Document moved in the order
event-document-replaced = Document replaced
event-document-removed = Document removed
event-draft-begun = Draft begun
event-draft-discarded = Draft deleted
event-login-link-asked = Login link by e-mail asked for
event-login-link-used = Login link from an e-mail used
event-invitation-made = Invitation to a draft made
event-invitation-revoked = Invitation to a draft taken back
event-draft-joined = Co-author joined a draft
event-draft-left = Co-author left a draft
event-draft-sharing-changed = Changed who may change a shared submission
event-submission-received = Submission received
event-submission-repeated = Submission sent twice, received once
event-submission-changed = Submission changed
event-submission-withdrawn = Submission withdrawn
event-submissions-imported = Submissions registered from a file
event-submissions-exported = Submissions exported
event-staff-logged-in = Member of staff logged in
event-sessions-ended = Logins ended by the login service
event-staff-granted = Role given
event-staff-revoked = Role taken away
event-staff-link-printed = One-time link for an administrator made
event-staff-link-used = One-time link for an administrator used
event-letter-sent = E-mail sent
event-letter-failed = E-mail given up
event-letter-requeued = E-mail put back in the queue
event-file-cleared = File scanned, nothing found
event-file-stopped = File stopped, harmful content
event-file-not-scanned = File could not be scanned
event-files-requeued = Files queued to be scanned again
event-file-deleted = Stopped file deleted
event-keys-resealed = Fields sealed with a new key
event-records-removed = Data deleted as the rules say
event-contacts-forgotten = E-mail addresses deleted at the respondent’s request
event-submission-read = Submission read
event-answers-read = Answers to one question read
event-log-read = Log read
event-log-exported = Log downloaded
