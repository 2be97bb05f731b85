# What people are told of a round: the letters.

letter-subject-extended = The deadline is extended: { $title }
letter-opening-extended = The deadline for giving your input has been extended.
letter-subject-closed = The consultation has closed early: { $title }
letter-opening-closed = The consultation has been closed before its deadline.
letter-subject-reopened = The consultation is open again: { $title }
letter-opening-reopened = The consultation has been opened again, so you can give your input now.
letter-subject-corrected = Correction in the consultation: { $title }
letter-opening-corrected = We have corrected something in the consultation. You may want to look at it before you submit.
letter-subject-concluded = The outcome is ready: { $title }
letter-opening-concluded = The matter has been decided. You can now read what was decided and what happens next.
letter-subject-reminder = Your input has not been submitted: { $title }
letter-opening-reminder = You have begun to write input that has not been submitted, and the deadline is near.

letter-new-deadline = The consultation now runs { $deadline }
letter-old-deadline = The consultation was to run { $deadline }
letter-deadline = The consultation runs { $deadline }
letter-reason = Reason: { $reason }
letter-corrected = What was corrected: { $note }
letter-draft-late-counts = Your draft is kept. You can still submit it. It will then be marked as late, but we will consider it all the same.
letter-draft-late-does-not-count = Your draft is kept. You can still submit it. We will then keep your input on file, but it does not count in the consultation.
letter-reminder-once = If you have nothing more to say, you need not do anything. We will not remind you of this again.

letter-draft-link = Continue where you left off:
letter-draft-link-open = Continue where you left off. Use the same browser as last time, because the draft is only there:
letter-outcome-link = Read the outcome:
letter-round-contact = Questions about the consultation? Get in touch:
letter-why-draft = You get this e-mail because somebody gave your address in a draft that has not been submitted. If you have not begun any input, you can delete this message. You cannot reply to it.
letter-why-answered = You get this e-mail because you answered the consultation and asked to be told the outcome. You cannot reply to it.

letter-kind-extended = Deadline extended
letter-kind-closed = Consultation closed
letter-kind-reopened = Consultation opened again
letter-kind-corrected = Correction
letter-kind-concluded = Outcome ready
letter-kind-reminder = Reminder of a draft
