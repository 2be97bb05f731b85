# The columns of an export.

column-theme-no = Temanummer
column-theme = Tema
column-question = Spørsmål
column-reference = Referanse
column-received-at = Mottatt
column-late = Etter fristen
column-status = Status
column-channel = Kanal
column-respondent-kind = Type avsender
column-respondent = Avsender
column-organisation = Organisasjon
column-org-number = Organisasjonsnummer
column-language = Språk
column-answer = Svar
column-form-version = Utgave av skjemaet
