# The receipt, a person's own submissions, and withdrawing.

receipt-title = Kvittering { $reference }
receipt-heading-new = Takk! Vi har fått innspelet ditt
receipt-heading-changed = Takk! Vi har fått endringa
receipt-heading = Kvittering for innspelet ditt
receipt-heading-withdrawn = Innspelet er trekt tilbake
receipt-reference = Referansenummer
receipt-received = Motteke
receipt-withdrawn = Trekt tilbake
receipt-round = Høyring
receipt-mail = Kvittering på e-post
receipt-mail-waiting = Vi sender ein e-post til { $email }
receipt-mail-sent = Vi har sendt ein e-post til { $email }
receipt-mail-failed = Vi fekk ikkje sendt e-posten til { $email }
receipt-mail-failed-heading = E-posten kom ikkje av garde
receipt-mail-failed-what = Vi fekk ikkje sendt deg kvitteringa på e-post. Denne sida er kvitteringa di. Skriv henne ut, eller lagre henne.
receipt-late = Innspelet kom etter fristen
receipt-late-counts = Innspelet er merkt som for seint, men vi tek det med.
receipt-late-does-not-count = Vi tek vare på det, men innspel som kjem for seint, tel ikkje med i denne høyringa.
receipt-change = Endre innspelet
receipt-print = Skriv ut
receipt-withdraw = Trekk innspelet tilbake
receipt-may-change = Du kan endre innspelet eller trekkje det tilbake så lenge høyringa er open.
receipt-next = Kva skjer no?
receipt-sender = Avsendar
receipt-text = Dette sende du inn
receipt-proof = Slik kan du vise kva du sende
receipt-proof-what = Kontrollsummane (SHA-256) viser at teksten og dokumenta er dei same som då vi fekk innspelet.
receipt-proof-text = Teksten
receipt-proof-download = Last ned teksten som kontrollsummen gjeld for
receipt-earlier = Tidlegare utgåver
receipt-revision = Utgåve { $number }
receipt-printed = Kvittering frå

mine-empty = Du har ikkje gitt innspel enno.
mine-empty-go = Sjå kva høyringar som er opne
mine-sessions = Sjå kvar du er logga inn
mine-discarded = Kladden er sletta.
mine-drafts = Kladdar
mine-sent = Sendt inn
mine-draft-changes = Endring av innspel { $reference }.
mine-draft-saved = Lagra { $moment }. Ikkje sendt inn.
mine-draft-too-late = Fristen har gått ut, så kladden kan ikkje sendast inn.
mine-row = { $reference } frå { $name }. Motteke { $moment }.

withdraw-heading = Vil du trekkje innspel { $reference } tilbake?
withdraw-what = Innspelet tel ikkje lenger med, og det blir ikkje publisert. Så lenge høyringa er open, kan du gi eit nytt.
withdraw-kept = Det du sende inn, er eit saksdokument. Kommunen tek difor vare på det, også når det er trekt tilbake.
withdraw-yes = Ja, trekk innspelet tilbake
withdraw-no = Nei, behald innspelet

status-received = Motteke
status-withdrawn = Trekt tilbake
status-late = For seint

respondent-person = Privatperson
respondent-organisation = Organisasjon
respondent-group = Gruppe
respondent-on-behalf = Svarar som
respondent-organisation-name = Organisasjon
respondent-org-number = Organisasjonsnummer
respondent-name = Namn
respondent-group-size = Tal på personar i gruppa
respondent-group-ages = Alder
respondent-email = E-post
respondent-language = Språk
