# Letters: the receipts that go out by e-mail. Never an answer, because e-mail is no confidential channel.

letter-subject-receipt = Receipt for your input ({ $reference })
letter-subject-change = Receipt for your changed input ({ $reference })
letter-subject-withdrawal = Your input has been withdrawn ({ $reference })
letter-subject-file-stopped = A file in your input has been stopped ({ $reference })

letter-greeting = Hello,

letter-opening-receipt = We have received your input.
letter-opening-change = We have received the changes you made to your input.
letter-opening-withdrawal = You have withdrawn your input. It no longer counts in the consultation, but we keep it on file.
letter-opening-file-stopped = We have stopped a file that came with your input, because our virus scanner found harmful content in it. Nobody can open the file. The rest of your input stands as before, and what you wrote is kept.

letter-round = Consultation: { $title }
letter-reference = Reference number: { $reference }
letter-received = Received: { $moment } Norwegian time
letter-withdrawn = Withdrawn: { $moment } Norwegian time

letter-may-change = You can change or withdraw your input { $deadline }.
letter-may-send-again = You can send new input { $deadline }.
letter-late-counts = Your input came after the deadline. The consultation was open { $deadline }. We will consider it all the same, and it is marked as late. It cannot be changed or withdrawn.
letter-late-does-not-count = Your input came after the deadline. The consultation was open { $deadline }. We keep it on file, but late input does not count in this consultation. It cannot be changed or withdrawn.
letter-file-may-change = Once the harmful content has been removed, you can change your input and attach the file again, { $deadline }. Log in to see which file it is. We suggest that you check your computer for viruses.
letter-file-too-late = The deadline has passed, so you cannot replace the file yourself. If it matters to your input, please get in touch with us. Log in to see which file it is. We suggest that you check your computer for viruses.

letter-link = Log in to see the full receipt and what you wrote:
letter-why-short = What you wrote is not shown here, because e-mail is not a secure channel.

letter-contact = Questions about the consultation? Get in touch and give the reference number:
letter-phone = Telephone: { $phone }

letter-closing = Kind regards
letter-no-reply = You cannot reply to this e-mail. If you have not sent us any input, somebody has given the wrong e-mail address, and you can delete this message.
