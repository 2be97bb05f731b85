# Searching among rounds, and following one that runs.

search-rounds = Search the consultations
search-words = Search by title, summary or case number
search-go = Search
search-more = Choose status, year or unit
search-status = Status
search-status-all = All that are not archived
search-year = Announced
search-year-all = All years
search-unit = Unit responsible
search-unit-all = All units
search-found = { $count ->
    [0] No consultations match your search.
    [one] 1 consultation matches your search.
   *[other] { $count } consultations match your search.
}
search-reset = Clear the search
search-nothing = Try other words, or choose fewer filters. Archived consultations are only shown when you choose that status.
search-all = Show all consultations

room-progress = Progress
progress-now = Status now
progress-as-of = The figures are as of { $moment }.
progress-none = When submissions arrive, you will see here how they spread over days, questions, channels and languages.
progress-received = Submissions
progress-no-comment = { $count } without comments
progress-days-left = Days left
progress-drafts = Drafts that have not been sent
progress-changes = { $count ->
    [one] and 1 change to a submission
   *[other] and { $count } changes to submissions
}
progress-late = Came after the deadline
progress-letters-waiting = E-mails waiting
progress-letters-failed = E-mails not delivered
progress-over-time = Submissions over time
progress-over-time-what = Each submission is counted on the day it first came. Submissions that were withdrawn are left out.
progress-chart = Columns from { $first } to { $last }. The highest: { $most }. The figures are in the table beside the chart.
progress-day = { $day }: { $count ->
    [one] 1 submission
   *[other] { $count } submissions
}
progress-days = { $first } to { $last }: { $count ->
    [one] 1 submission
   *[other] { $count } submissions
}
progress-column-time = When
progress-column-total = In total
progress-by-question = Answers to each question
progress-by-question-what = A full bar means that every submission has answered the question.
progress-column-question = Question
progress-column-answers = Answers
progress-by-channel = How the submissions came in
progress-by-kind = Who answers
progress-by-language = Languages
progress-column-language = Language
progress-column-bar = Share of the submissions
