# The columns of an export.

column-theme-no = Temanummer
column-theme = Tema
column-question = Spørsmål
column-reference = Referanse
column-received-at = Motteke
column-late = Etter fristen
column-status = Status
column-channel = Kanal
column-respondent-kind = Type avsendar
column-respondent = Avsendar
column-organisation = Organisasjon
column-org-number = Organisasjonsnummer
column-language = Språk
column-answer = Svar
column-form-version = Utgåve av skjemaet
