# The rounds, and the page of one round.

rounds-title = Consultations
rounds-heading = Have your say
rounds-lede = Here you will find plans and cases that { $owner } would like your input on. Everyone can answer, both individuals and organisations.
rounds-open = Open for input
rounds-none-open = No consultations are open for input right now.
rounds-coming = Opening soon
rounds-closed = Closed

phase-draft = Not published
phase-announced = Opening soon
phase-open = Open for input
phase-closed = Closed
phase-concluded = Concluded
phase-archived = Archived

left-draft = Not published
left-announced = Opens on { $date }
left-open = { $days ->
    [0] Today is the last day
    [one] 1 day left
   *[other] { $days } days left
}
left-closed = The deadline has passed
deadline-is = Deadline: { $deadline }
deadline-was = Was open { $deadline }

round-card = Deadline and how to answer
round-answer = Give your input
round-how = { $questions ->
    [one] You log in with ID-porten and answer one question. You can save as you go and send it in later.
   *[other] You log in with ID-porten and answer up to { $questions } questions. You can save as you go and send it in later.
}
round-continue = Continue with your input
round-draft = You have a draft that was saved on { $moment }. It has not been sent.
round-send-late = Send in what you began
round-late = You began before the deadline. You can still send it in, but your input will be marked as late.
round-closed = It is no longer possible to give input.
round-announced = You can give your input when the consultation opens.
round-see-mine = { $count ->
    [one] See your input
   *[other] See all your input
}
round-answer-again = Give input on behalf of someone else
round-announced-on = Announced
round-case = Case number
round-unit = Responsible unit
round-contact = Contact
round-only-in-bokmal = This consultation is available in Norwegian (bokmål) only.
round-documents = Documents
round-next = What happens with the input?
round-siblings = Other consultations in the same work
round-previous = Previous round
round-history = Changes to the deadline

history-opened = The consultation was opened. It runs { $after }.
history-extended = The deadline was extended. The consultation was to run { $before } and now runs { $after }.
history-closed = The consultation was closed early. It was to run { $before }.
history-reopened = The consultation was opened again. It now runs { $after }.
history-reason = Reason:
history-by = Decided by { $who }

document-detail = { $kind }, { $size }, { $language }
document-in-nb = in Norwegian (bokmål)
document-in-nn = in Norwegian (nynorsk)
document-in-en = in English
