# The rounds, and the page of one round.

rounds-title = Høringer
rounds-heading = Si hva du mener
rounds-lede = Her finner du planer og saker som { $owner } vil ha innspill til. Alle kan svare, både privatpersoner og organisasjoner.
rounds-open = Åpne for innspill
rounds-none-open = Ingen høringer er åpne for innspill akkurat nå.
rounds-coming = Åpner snart
rounds-closed = Avsluttet

phase-draft = Ikke publisert
phase-announced = Åpner snart
phase-open = Åpen for innspill
phase-closed = Avsluttet
phase-concluded = Konkludert
phase-archived = Arkivert

left-draft = Ikke publisert
left-announced = Åpner { $date }
left-open = { $days ->
    [0] I dag er siste dag
    [one] 1 dag igjen
   *[other] { $days } dager igjen
}
left-closed = Fristen har gått ut
deadline-is = Frist: { $deadline }
deadline-was = Fristen var { $deadline }

round-card = Frist og hvordan du svarer
round-answer = Gi innspill
round-how = { $questions ->
    [one] Du logger inn med ID-porten og svarer på ett spørsmål. Du kan lagre underveis og sende inn senere.
   *[other] Du logger inn med ID-porten og svarer på inntil { $questions } spørsmål. Du kan lagre underveis og sende inn senere.
}
round-continue = Fortsett på innspillet
round-draft = Du har en kladd som ble lagret { $moment }. Den er ikke sendt inn.
round-send-late = Send inn det du begynte på
round-late = Du begynte før fristen gikk ut. Du kan fortsatt sende inn, men innspillet blir merket som for sent.
round-closed = Det er ikke lenger mulig å gi innspill.
round-announced = Du kan gi innspill når høringen åpner.
round-see-mine = { $count ->
    [one] Se innspillet ditt
   *[other] Se innspillene dine
}
round-answer-again = Gi innspill på vegne av andre
round-announced-on = Kunngjort
round-case = Saksnummer
round-unit = Ansvarlig
round-contact = Kontakt
round-only-in-bokmal = Denne høringen finnes bare på bokmål.
round-documents = Dokumenter
round-next = Hva skjer med innspillene?
round-siblings = Andre høringer i samme arbeid
round-previous = Forrige runde
round-history = Endringer i fristen

history-opened = Høringen ble åpnet. Fristen er { $after }.
history-extended = Fristen ble utsatt. Den var { $before } og er nå { $after }.
history-closed = Høringen ble avsluttet før fristen, som var { $before }.
history-reopened = Høringen ble åpnet igjen. Fristen er nå { $after }.
history-reason = Begrunnelse:
history-by = Bestemt av { $who }

document-detail = { $kind }, { $size }, { $language }
document-in-nb = på bokmål
document-in-nn = på nynorsk
document-in-en = på engelsk
