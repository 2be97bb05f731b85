# What the virus scanner says of files.

scan-tag-stopped = Stoppa
scan-waiting = Viruskontrollen har ikkje sett på fila enno. Du treng ikkje å vente på han.
scan-failed = Viruskontrollen fekk ikkje sett på fila, og saksbehandlarane kan ikkje opne ho før det er gjort. Det kan hjelpe å leggje ho ved i eit anna format, til dømes PDF, eller å gjere ho mindre.
scan-stopped = Viruskontrollen fann skadeleg innhald, og ingen får opne fila.

scan-stopped-heading = { $count ->
    [one] Ei fil er stoppa
   *[other] { $count } filer er stoppa
}
scan-stopped-what = { $count ->
    [one] Viruskontrollen vår fann skadeleg innhald i denne fila, og ingen får opne ho. Det du har skrive, er teke vare på.
   *[other] Viruskontrollen vår fann skadeleg innhald i desse filene, og ingen får opne dei. Det du har skrive, er teke vare på.
}
scan-stopped-take-away = { $count ->
    [one] Ta bort fila, og legg ved ei rein utgåve dersom du treng ho.
   *[other] Ta bort filene, og legg ved reine utgåver dersom du treng dei.
}
scan-stopped-change = { $count ->
    [one] Treng du fila, kan du endre innspelet og leggje ved ei rein utgåve.
   *[other] Treng du filene, kan du endre innspelet og leggje ved reine utgåver.
}
scan-stopped-contact = { $count ->
    [one] Er fila viktig for innspelet, kan du ta kontakt med oss.
   *[other] Er filene viktige for innspelet, kan du ta kontakt med oss.
}
scan-stopped-machine = Sjekk gjerne maskina di for virus.

scan-none = Filer blir ikkje kontrollerte for virus
scan-none-what = Tenesta er sett opp utan viruskontroll. Opne filer berre på ei maskin som kontrollerer dei sjølv.
scan-staff-clean = Kontrollert for virus.
scan-staff-waiting = Ikkje kontrollert for virus enno. Fila kan opnast når det er gjort.
scan-staff-failed = Viruskontrollen fekk ikkje sett på fila, så ho kan ikkje opnast. Sei frå til dei som driftar tenesta.
scan-staff-stopped = Viruskontrollen fann skadeleg innhald, og ingen får opne fila. Avsendaren får beskjed.
scan-staff-failures = { $count ->
    [one] Éi fil kunne ikkje kontrollerast for virus
   *[other] { $count } filer kunne ikkje kontrollerast for virus
}
scan-staff-failures-what = Ingen kan opne { $count ->
    [one] ho
   *[other] dei
}. Sei frå til dei som driftar tenesta.
