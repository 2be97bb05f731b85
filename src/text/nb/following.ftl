# Searching among rounds, and following one that runs.

search-rounds = Søk i høringene
search-words = Søk etter tittel, ingress eller saksnummer
search-go = Søk
search-more = Velg status, år eller enhet
search-status = Status
search-status-all = Alle som ikke er arkivert
search-year = Kunngjort
search-year-all = Alle år
search-unit = Ansvarlig enhet
search-unit-all = Alle enheter
search-found = { $count ->
    [0] Ingen høringer passer til søket.
    [one] 1 høring passer til søket.
   *[other] { $count } høringer passer til søket.
}
search-reset = Nullstill søket
search-nothing = Prøv andre ord, eller velg færre filtre. Arkiverte høringer vises bare når du velger den statusen.
search-all = Vis alle høringer

room-progress = Utvikling
progress-now = Status nå
progress-as-of = Tallene gjelder { $moment }.
progress-none = Når innspillene kommer, ser du her hvordan de fordeler seg på dager, spørsmål, kanaler og språk.
progress-received = Innspill
progress-no-comment = { $count } uten merknad
progress-days-left = Dager igjen
progress-drafts = Kladder som ikke er sendt
progress-changes = { $count ->
    [one] og 1 endring av et innspill
   *[other] og { $count } endringer av innspill
}
progress-late = Kom etter fristen
progress-letters-waiting = E-poster som venter
progress-letters-failed = E-poster som ikke er levert
progress-over-time = Innspill over tid
progress-over-time-what = Hvert innspill står på den dagen det kom første gang. Innspill som er trukket tilbake, er ikke med.
progress-chart = Søyler fra { $first } til { $last }. Den høyeste: { $most }. Tallene står i tabellen ved siden av.
progress-day = { $day }: { $count } innspill
progress-days = { $first } til { $last }: { $count } innspill
progress-column-time = Når
progress-column-total = Til sammen
progress-by-question = Svar på hvert spørsmål
progress-by-question-what = En full søyle betyr at alle innspill har svart på spørsmålet.
progress-column-question = Spørsmål
progress-column-answers = Svar
progress-by-channel = Hvordan innspillene kom inn
progress-by-kind = Hvem som svarer
progress-by-language = Språk
progress-column-language = Språk
progress-column-bar = Andel av innspillene
