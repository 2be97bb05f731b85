# How questions of every kind are asked and counted.

agreement-1 = Strongly disagree
agreement-2 = Somewhat disagree
agreement-3 = Neither agree nor disagree
agreement-4 = Somewhat agree
agreement-5 = Strongly agree

question-required = Must be answered
question-several-help = You can choose more than one.
question-no-answer = Do not answer this question
question-stranger = This answer no longer fits the question, and will be gone when you save. Choose again.

mistake-answer-missing = Answer question { $number }
mistake-choice-unknown = The answer to question { $number } is none of the options. Choose again.
mistake-choice-too-many = Choose only one answer to question { $number }

choices-caption = The answers by option
choices-option = Option
choices-count = Answers
choices-share = Share
choices-percent = { $share }%
choices-several = More than one can be chosen, so the shares may add up to more than 100%.
choices-stranger = { $words } (no longer an option)

sheet-required = Must be answered.
sheet-choose-one = Tick one box.
sheet-choose-several = Tick one or more boxes.
sheet-how-required = You must answer the questions marked “Must be answered”. You can skip the others.
