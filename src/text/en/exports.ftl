# The columns of an export.

column-theme-no = Theme number
column-theme = Theme
column-question = Question
column-reference = Reference
column-received-at = Received
column-late = After the deadline
column-status = Status
column-channel = Channel
column-respondent-kind = Kind of respondent
column-respondent = Respondent
column-organisation = Organisation
column-org-number = Organisation number
column-language = Language
column-answer = Answer
column-form-version = Form version
