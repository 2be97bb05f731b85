# The receipt, a person's own submissions, and withdrawing.

receipt-title = Receipt { $reference }
receipt-heading-new = Thank you! We have received your input
receipt-heading-changed = Thank you! We have received the change
receipt-heading = Receipt for your input
receipt-heading-withdrawn = The input has been withdrawn
receipt-reference = Reference number
receipt-received = Received
receipt-withdrawn = Withdrawn
receipt-round = Consultation
receipt-mail = Receipt by e-mail
receipt-mail-waiting = We are sending an e-mail to { $email }
receipt-mail-sent = We have sent an e-mail to { $email }
receipt-mail-failed = We could not send the e-mail to { $email }
receipt-mail-failed-heading = The e-mail could not be sent
receipt-mail-failed-what = We could not send you the receipt by e-mail. This page is your receipt. Print it or save it.
receipt-late = The input came after the deadline
receipt-late-counts = The input is marked as late, but we include it.
receipt-late-does-not-count = We keep it, but late input does not count in this consultation.
receipt-change = Change the input
receipt-print = Print
receipt-withdraw = Withdraw the input
receipt-may-change = You can change or withdraw your input as long as the consultation is open.
receipt-next = What happens now?
receipt-sender = Sender
receipt-text = What you sent in
receipt-proof = How to prove what you sent
receipt-proof-what = The checksums (SHA-256) show that the text and the documents are the same as when we received your input.
receipt-proof-text = The text
receipt-proof-download = Download the text that the checksum covers
receipt-earlier = Earlier versions
receipt-revision = Version { $number }
receipt-printed = Receipt from

mine-empty = You have not given any input yet.
mine-empty-go = See which consultations are open
mine-sessions = See where you are logged in
mine-discarded = The draft has been deleted.
mine-drafts = Drafts
mine-sent = Sent in
mine-draft-changes = Change of input { $reference }.
mine-draft-saved = Saved on { $moment }. Not sent.
mine-draft-too-late = The deadline has passed, so the draft cannot be sent.
mine-row = { $reference } from { $name }. Received on { $moment }.

withdraw-heading = Do you want to withdraw input { $reference }?
withdraw-what = The input no longer counts, and it will not be published. As long as the consultation is open, you can give new input.
withdraw-kept = What you sent in is a case document. The municipality therefore keeps it, also after it has been withdrawn.
withdraw-yes = Yes, withdraw the input
withdraw-no = No, keep the input

status-received = Received
status-withdrawn = Withdrawn
status-late = Late

respondent-person = Private individual
respondent-organisation = Organisation
respondent-group = Group
respondent-on-behalf = Answers as
respondent-organisation-name = Organisation
respondent-org-number = Organisation number
respondent-name = Name
respondent-group-size = Number in the group
respondent-group-ages = Ages
respondent-email = E-mail
respondent-language = Language
