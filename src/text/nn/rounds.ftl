# The rounds, and the page of one round.

rounds-title = Høyringar
rounds-heading = Sei kva du meiner
rounds-lede = Her finn du planar og saker som { $owner } vil ha innspel til. Alle kan svare, både privatpersonar og organisasjonar.
rounds-open = Opne for innspel
rounds-none-open = Ingen høyringar er opne for innspel akkurat no.
rounds-coming = Opnar snart
rounds-closed = Avslutta

phase-draft = Ikkje publisert
phase-announced = Opnar snart
phase-open = Open for innspel
phase-closed = Avslutta
phase-concluded = Konkludert
phase-archived = Arkivert

left-draft = Ikkje publisert
left-announced = Opnar { $date }
left-open = { $days ->
    [0] I dag er siste dag
    [one] 1 dag att
   *[other] { $days } dagar att
}
left-closed = Fristen har gått ut
deadline-is = Frist: { $deadline }
deadline-was = Fristen var { $deadline }

round-card = Frist og korleis du svarar
round-answer = Gi innspel
round-how = { $questions ->
    [one] Du loggar inn med ID-porten og svarar på eitt spørsmål. Du kan lagre undervegs og sende inn seinare.
   *[other] Du loggar inn med ID-porten og svarar på inntil { $questions } spørsmål. Du kan lagre undervegs og sende inn seinare.
}
round-continue = Hald fram med innspelet
round-draft = Du har ein kladd som vart lagra { $moment }. Han er ikkje send inn.
round-send-late = Send inn det du byrja på
round-late = Du byrja før fristen gjekk ut. Du kan framleis sende inn, men innspelet blir merkt som for seint.
round-closed = Det er ikkje lenger mogleg å gi innspel.
round-announced = Du kan gi innspel når høyringa opnar.
round-see-mine = { $count ->
    [one] Sjå innspelet ditt
   *[other] Sjå innspela dine
}
round-answer-again = Gi innspel på vegner av andre
round-announced-on = Kunngjord
round-case = Saksnummer
round-unit = Ansvarleg
round-contact = Kontakt
round-only-in-bokmal = Denne høyringa finst berre på bokmål.
round-documents = Dokument
round-next = Kva skjer med innspela?
round-siblings = Andre høyringar i same arbeid
round-previous = Førre runde
round-history = Endringar i fristen

history-opened = Høyringa vart opna. Fristen er { $after }.
history-extended = Fristen vart utsett. Han var { $before } og er no { $after }.
history-closed = Høyringa vart avslutta før fristen, som var { $before }.
history-reopened = Høyringa vart opna att. Fristen er no { $after }.
history-reason = Grunngiving:
history-by = Bestemt av { $who }

document-detail = { $kind }, { $size }, { $language }
document-in-nb = på bokmål
document-in-nn = på nynorsk
document-in-en = på engelsk
