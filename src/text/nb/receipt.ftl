# The receipt, a person's own submissions, and withdrawing.

receipt-title = Kvittering { $reference }
receipt-heading-new = Takk! Vi har mottatt innspillet ditt
receipt-heading-changed = Takk! Vi har mottatt endringen
receipt-heading = Kvittering for innspillet ditt
receipt-heading-withdrawn = Innspillet er trukket tilbake
receipt-reference = Referansenummer
receipt-received = Mottatt
receipt-withdrawn = Trukket tilbake
receipt-round = Høring
receipt-mail = Kvittering på e-post
receipt-mail-waiting = Vi sender en e-post til { $email }
receipt-mail-sent = Vi har sendt en e-post til { $email }
receipt-mail-failed = Vi fikk ikke sendt e-posten til { $email }
receipt-mail-failed-heading = E-posten kom ikke av gårde
receipt-mail-failed-what = Vi fikk ikke sendt deg kvitteringen på e-post. Denne siden er kvitteringen din. Skriv den ut, eller lagre den.
receipt-late = Innspillet kom etter fristen
receipt-late-counts = Innspillet er merket som for sent, men vi tar det med.
receipt-late-does-not-count = Vi tar vare på det, men innspill som kommer for sent, teller ikke med i denne høringen.
receipt-change = Endre innspillet
receipt-print = Skriv ut
receipt-withdraw = Trekk innspillet tilbake
receipt-may-change = Du kan endre innspillet eller trekke det tilbake så lenge høringen er åpen.
receipt-next = Hva skjer nå?
receipt-sender = Avsender
receipt-text = Dette sendte du inn
receipt-proof = Slik kan du vise hva du sendte
receipt-proof-what = Kontrollsummene (SHA-256) viser at teksten og dokumentene er de samme som da vi mottok innspillet.
receipt-proof-text = Teksten
receipt-proof-download = Last ned teksten som kontrollsummen gjelder for
receipt-earlier = Tidligere utgaver
receipt-revision = Utgave { $number }
receipt-printed = Kvittering fra

mine-empty = Du har ikke gitt noen innspill ennå.
mine-empty-go = Se hvilke høringer som er åpne
mine-sessions = Se hvor du er logget inn
mine-discarded = Kladden er slettet.
mine-drafts = Kladder
mine-sent = Sendt inn
mine-draft-changes = Endring av innspill { $reference }.
mine-draft-saved = Lagret { $moment }. Ikke sendt inn.
mine-draft-too-late = Fristen har gått ut, så kladden kan ikke sendes inn.
mine-row = { $reference } fra { $name }. Mottatt { $moment }.

withdraw-heading = Vil du trekke innspill { $reference } tilbake?
withdraw-what = Innspillet teller ikke lenger med, og det blir ikke publisert. Så lenge høringen er åpen, kan du gi et nytt.
withdraw-kept = Det du sendte inn, er et saksdokument. Kommunen tar derfor vare på det, også når det er trukket tilbake.
withdraw-yes = Ja, trekk innspillet tilbake
withdraw-no = Nei, behold innspillet

status-received = Mottatt
status-withdrawn = Trukket tilbake
status-late = For sent

respondent-person = Privatperson
respondent-organisation = Organisasjon
respondent-group = Gruppe
respondent-on-behalf = Svarer som
respondent-organisation-name = Organisasjon
respondent-org-number = Organisasjonsnummer
respondent-name = Navn
respondent-group-size = Antall i gruppen
respondent-group-ages = Alder
respondent-email = E-post
respondent-language = Språk
