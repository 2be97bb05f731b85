# The staff's pages.

channel-web = Nettskjema
channel-form-upload = Opplastet skjema
channel-letter = Brev
channel-email = E-post
channel-meeting = Møte

rooms = Sider for høringen
rooms-input = Innspillene
rooms-running = Høringen
room-submissions = Innspill
room-questions = Spørsmål for spørsmål
room-codes = Kodebok
room-management = Styring
room-export = Eksport
room-title = { $here }: { $round }
room-public-page = Se den offentlige siden

filter = Filter
filter-status = Status
filter-deadline = Frist
filter-all = Alle
filter-on-time = Innen fristen

staff-column-phase = Fase
staff-column-drafts = Kladder
staff-column-reference = Referanse
staff-column-kind = Type
staff-column-channel = Kanal
staff-column-letter = Gjelder
staff-column-written = Skrevet
staff-column-attempts = Forsøk
staff-column-error = Siste feil
staff-column-deed = Handling

staff-failed-letters = { $count ->
    [one] Én e-post er ikke levert
   *[other] { $count } e-poster er ikke levert
}
staff-failed-letters-go = Se hva som gikk galt
staff-no-rounds = Ingen høringer er laget ennå.

submissions-none = Det har ikke kommet inn noen innspill ennå.
submissions-none-how = Innspill som kommer i brev, e-post eller møter, registreres med «innspill import».
submissions-none-here = Ingen innspill passer til filteret.
submissions-show-all = Vis alle innspill
submissions-part = Viser { $first } til { $last } av { $total } innspill
mark-changed = Utgave { $revision }
mark-files = { $count } vedlegg
mark-copy = Lik tekst som et annet
mark-same-person = Samme person har flere

submission-heading = Innspill { $reference }
submission-answers = Svarene
submission-pager = Forrige og neste innspill
submission-previous = Forrige innspill
submission-next = Neste innspill
submission-first = Dette er det første innspillet
submission-last = Dette er det siste innspillet
submission-received = Mottak
submission-revision = Utgave
submission-sha256 = Kontrollsum

questions = Spørsmål
question-count = { $count ->
    [0] Ingen svar.
    [one] 1 svar.
   *[other] { $count } svar.
}
question-silent = { $count ->
    [0] Alle innspill svarer på dette spørsmålet.
    [one] 1 innspill svarer ikke på dette spørsmålet.
   *[other] { $count } innspill svarer ikke på dette spørsmålet.
}
question-answers = { $count } svar
question-none = Ingen har svart på dette spørsmålet ennå.

codes-what = Overskriftene som innspillene skal sorteres under: { $codes ->
    [one] 1 kode
   *[other] { $codes } koder
} i { $groups ->
    [one] 1 gruppe
   *[other] { $groups } grupper
}.
codes-none = Høringen har ingen kodebok.
codes-none-how = En administrator legger til grupper og koder her.

letters-heading = E-poster som ikke er sendt
letters-what = Tjenesten prøver fem ganger. Deretter må noen se på hva som er galt, og sende på nytt.
letters-none = Alle e-poster er sendt.
letters-requeued = E-posten er lagt i køen og blir sendt på nytt.
letters-requeue = Send på nytt
letter-kind-receipt = Kvittering
letter-kind-change = Kvittering for endring
letter-kind-withdrawal = Kvittering for trukket innspill
letter-kind-file-stopped = Fil stoppet
letter-sent = Sendt
letter-failed = Ikke levert
letter-waiting = Venter
letter-next = Neste forsøk:

manage-done = Det er gjort, og det står i loggen.
manage-open = Åpne høringen nå
manage-open-what = Høringen blir synlig for alle, og det er mulig å gi innspill med en gang.
manage-open-yes = Åpne høringen
manage-extend = Utsett fristen
manage-extend-what = Ny frist og begrunnelse vises på siden til høringen.
manage-extend-yes = Utsett fristen
manage-close = Avslutt høringen nå
manage-close-what = Etter dette kan ingen begynne på et nytt innspill. Den som alt har en kladd, kan fortsatt sende den inn, men innspillet blir merket som for sent.
manage-close-yes = Avslutt høringen
manage-reopen = Åpne høringen igjen
manage-reopen-what = Det blir mulig å gi, endre og trekke innspill fram til den nye fristen.
manage-reopen-yes = Åpne høringen igjen
manage-until = Ny frist
manage-until-help = Siste dag det går an å svare
manage-time = Klokkeslett (valgfritt)
manage-time-help = La feltet stå tomt hvis fristen varer ut dagen.
manage-reason-nb = Begrunnelse på bokmål
manage-reason-nn = Begrunnelse på nynorsk (valgfritt)
manage-reason-en = Begrunnelse på engelsk (valgfritt)
manage-history = Historikk
manage-history-none = Fristen er ikke endret.
manage-mistake-date = Velg en dato for den nye fristen
manage-mistake-time = Klokkeslettet er ikke riktig. Skriv det som 12:00.
manage-mistake-already-open = Høringen er alt åpen
manage-mistake-deadline-passed = Fristen har gått ut. Åpne høringen igjen med en ny frist.
manage-mistake-not-running = Høringen er ikke i gang
manage-mistake-not-later = Den nye fristen må være senere enn den som gjelder nå
manage-mistake-not-closed = Høringen er ikke avsluttet
manage-mistake-in-the-past = Den nye fristen må være i framtiden
manage-mistake-reason = Skriv en begrunnelse på bokmål. Alle kan lese det du skriver.

export-provisional = Eksporten er foreløpig
export-provisional-what = Høringen er ikke avsluttet, så flere innspill kan komme. Filen blir merket som foreløpig.
export-none = Det er ingen innspill å eksportere ennå.
export-what = { $count ->
    [one] Høringen har ett innspill. Filen har en rad for hvert svar, sortert etter tema.
   *[other] Høringen har { $count } innspill. Filen har en rad for hvert svar, sortert etter tema.
}
export-csv = CSV-fil
export-dialect = Hva skal du bruke filen til?
export-dialect-excel = Åpne i Excel eller et annet regneark
export-dialect-rfc4180 = Lese inn i et annet system (RFC 4180)
export-header = Navn på kolonnene
export-header-names = Faste maskinnavn på engelsk
export-header-labels = Norske navn
export-status = Hvilke innspill?
export-status-received = De som ikke er trukket tilbake
export-status-withdrawn = De som er trukket tilbake
export-late = Innen fristen eller for sent?
export-late-no = Innen fristen
export-late-yes = For sent
export-download = Last ned svarene
export-download-zip = Last ned med opplysninger om filen (zip)
export-zip-what = Zip-filen har også en fil som sier når eksporten ble laget, hvor mange rader den har, hva kolonnene betyr, og hva kontrollsummen er.
