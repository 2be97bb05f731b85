# The staff's pages.

channel-web = Nettskjema
channel-form-upload = Opplasta skjema
channel-letter = Brev
channel-email = E-post
channel-meeting = Møte

rooms = Sider for høyringa
rooms-input = Innspela
rooms-running = Høyringa
room-submissions = Innspel
room-questions = Spørsmål for spørsmål
room-codes = Kodebok
room-management = Styring
room-export = Eksport
room-title = { $here }: { $round }
room-public-page = Sjå den offentlege sida

filter = Filter
filter-status = Status
filter-deadline = Frist
filter-all = Alle
filter-on-time = Innan fristen

staff-column-phase = Fase
staff-column-drafts = Kladdar
staff-column-reference = Referanse
staff-column-kind = Type
staff-column-channel = Kanal
staff-column-letter = Gjeld
staff-column-written = Skriven
staff-column-attempts = Forsøk
staff-column-error = Siste feil
staff-column-deed = Handling

staff-failed-letters = { $count ->
    [one] Éin e-post er ikkje levert
   *[other] { $count } e-postar er ikkje leverte
}
staff-failed-letters-go = Sjå kva som gjekk gale
staff-no-rounds = Ingen høyringar er laga enno.

submissions-none = Det har ikkje kome inn nokon innspel enno.
submissions-none-how = Innspel som kjem i brev, e-post eller møte, blir registrerte med «innspill import».
submissions-none-here = Ingen innspel passar til filteret.
submissions-show-all = Vis alle innspela
submissions-part = Viser { $first } til { $last } av { $total } innspel
mark-changed = Utgåve { $revision }
mark-files = { $count } vedlegg
mark-copy = Same tekst som eit anna
mark-same-person = Same person har fleire

submission-heading = Innspel { $reference }
submission-answers = Svara
submission-pager = Førre og neste innspel
submission-previous = Førre innspel
submission-next = Neste innspel
submission-first = Dette er det første innspelet
submission-last = Dette er det siste innspelet
submission-received = Mottak
submission-revision = Utgåve
submission-sha256 = Kontrollsum

questions = Spørsmål
question-count = { $count ->
    [0] Ingen svar.
    [one] 1 svar.
   *[other] { $count } svar.
}
question-silent = { $count ->
    [0] Alle innspela svarar på dette spørsmålet.
    [one] 1 innspel svarar ikkje på dette spørsmålet.
   *[other] { $count } innspel svarar ikkje på dette spørsmålet.
}
question-answers = { $count } svar
question-none = Ingen har svara på dette spørsmålet enno.

codes-what = Overskriftene som innspela skal sorterast under: { $codes ->
    [one] 1 kode
   *[other] { $codes } kodar
} i { $groups ->
    [one] 1 gruppe
   *[other] { $groups } grupper
}.
codes-none = Høyringa har inga kodebok.
codes-none-how = Ein administrator legg til grupper og kodar her.

letters-heading = E-postar som ikkje er sende
letters-what = Tenesta prøver fem gonger. Etter det må nokon sjå på kva som er gale, og sende på nytt.
letters-none = Alle e-postane er sende.
letters-requeued = E-posten er lagd i køen og blir send på nytt.
letters-requeue = Send på nytt
letter-kind-receipt = Kvittering
letter-kind-change = Kvittering for endring
letter-kind-withdrawal = Kvittering for trekt innspel
letter-kind-file-stopped = Fil stoppa
letter-sent = Send
letter-failed = Ikkje levert
letter-waiting = Ventar
letter-next = Neste forsøk:

manage-done = Det er gjort, og det står i loggen.
manage-open = Opne høyringa no
manage-open-what = Høyringa blir synleg for alle, og det er mogleg å gi innspel med ein gong.
manage-open-yes = Opne høyringa
manage-extend = Utset fristen
manage-extend-what = Ny frist og grunngiving blir viste på sida til høyringa.
manage-extend-yes = Utset fristen
manage-close = Avslutt høyringa no
manage-close-what = Etter dette kan ingen byrje på eit nytt innspel. Den som alt har ein kladd, kan framleis sende han inn, men innspelet blir merkt som for seint.
manage-close-yes = Avslutt høyringa
manage-reopen = Opne høyringa att
manage-reopen-what = Det blir mogleg å gi, endre og trekkje innspel fram til den nye fristen.
manage-reopen-yes = Opne høyringa att
manage-until = Ny frist
manage-until-help = Siste dagen det går an å svare
manage-time = Klokkeslett (valfritt)
manage-time-help = La feltet stå tomt om fristen varer ut dagen.
manage-reason-nb = Grunngiving på bokmål
manage-reason-nn = Grunngiving på nynorsk (valfritt)
manage-reason-en = Grunngiving på engelsk (valfritt)
manage-history = Historikk
manage-history-none = Fristen er ikkje endra.
manage-mistake-date = Vel ein dato for den nye fristen
manage-mistake-time = Klokkeslettet er ikkje rett. Skriv det som 12:00.
manage-mistake-already-open = Høyringa er alt open
manage-mistake-deadline-passed = Fristen har gått ut. Opne høyringa att med ein ny frist.
manage-mistake-not-running = Høyringa er ikkje i gang
manage-mistake-not-later = Den nye fristen må vere seinare enn den som gjeld no
manage-mistake-not-closed = Høyringa er ikkje avslutta
manage-mistake-in-the-past = Den nye fristen må vere i framtida
manage-mistake-reason = Skriv ei grunngiving på bokmål. Alle kan lese det du skriv.

export-provisional = Eksporten er førebels
export-provisional-what = Høyringa er ikkje avslutta, så fleire innspel kan kome. Fila blir merkt som førebels.
export-none = Det er ingen innspel å eksportere enno.
export-what = { $count ->
    [one] Høyringa har eitt innspel. Fila har ei rad for kvart svar, sortert etter tema.
   *[other] Høyringa har { $count } innspel. Fila har ei rad for kvart svar, sortert etter tema.
}
export-csv = CSV-fil
export-dialect = Kva skal du bruke fila til?
export-dialect-excel = Opne i Excel eller eit anna rekneark
export-dialect-rfc4180 = Lese inn i eit anna system (RFC 4180)
export-header = Namn på kolonnane
export-header-names = Faste maskinnamn på engelsk
export-header-labels = Norske namn
export-status = Kva innspel?
export-status-received = Dei som ikkje er trekte tilbake
export-status-withdrawn = Dei som er trekte tilbake
export-late = Innan fristen eller for seint?
export-late-no = Innan fristen
export-late-yes = For seint
export-download = Last ned svara
export-download-zip = Last ned med opplysningar om fila (zip)
export-zip-what = Zip-fila har òg ei fil som seier når eksporten vart laga, kor mange rader han har, kva kolonnane betyr, og kva kontrollsummen er.
