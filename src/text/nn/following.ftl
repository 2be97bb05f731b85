# Searching among rounds, and following one that runs.

search-rounds = Søk i høyringane
search-words = Søk etter tittel, ingress eller saksnummer
search-go = Søk
search-more = Vel status, år eller eining
search-status = Status
search-status-all = Alle som ikkje er arkiverte
search-year = Kunngjord
search-year-all = Alle år
search-unit = Ansvarleg eining
search-unit-all = Alle einingar
search-found = { $count ->
    [0] Ingen høyringar passar til søket.
    [one] 1 høyring passar til søket.
   *[other] { $count } høyringar passar til søket.
}
search-reset = Nullstill søket
search-nothing = Prøv andre ord, eller vel færre filter. Arkiverte høyringar blir berre viste når du vel den statusen.
search-all = Vis alle høyringar

room-progress = Utvikling
progress-now = Status no
progress-as-of = Tala gjeld { $moment }.
progress-none = Når innspela kjem, ser du her korleis dei fordeler seg på dagar, spørsmål, kanalar og språk.
progress-received = Innspel
progress-no-comment = { $count } utan merknad
progress-days-left = Dagar att
progress-drafts = Kladdar som ikkje er sende
progress-changes = { $count ->
    [one] og 1 endring av eit innspel
   *[other] og { $count } endringar av innspel
}
progress-late = Kom etter fristen
progress-letters-waiting = E-postar som ventar
progress-letters-failed = E-postar som ikkje er leverte
progress-over-time = Innspel over tid
progress-over-time-what = Kvart innspel står på den dagen det kom første gong. Innspel som er trekte tilbake, er ikkje med.
progress-chart = Søyler frå { $first } til { $last }. Den høgaste: { $most }. Tala står i tabellen ved sida av.
progress-day = { $day }: { $count } innspel
progress-days = { $first } til { $last }: { $count } innspel
progress-column-time = Når
progress-column-total = Til saman
progress-by-question = Svar på kvart spørsmål
progress-by-question-what = Ei full søyle betyr at alle innspel har svart på spørsmålet.
progress-column-question = Spørsmål
progress-column-answers = Svar
progress-by-channel = Korleis innspela kom inn
progress-by-kind = Kven som svarer
progress-by-language = Språk
progress-column-language = Språk
progress-column-bar = Del av innspela
