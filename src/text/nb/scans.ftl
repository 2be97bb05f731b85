# What the virus scanner says of files.

scan-tag-stopped = Stoppet
scan-waiting = Viruskontrollen har ikke sett på filen ennå. Du trenger ikke å vente på den.
scan-failed = Viruskontrollen fikk ikke sett på filen, og saksbehandlerne kan ikke åpne den før det er gjort. Det kan hjelpe å legge den ved i et annet format, for eksempel PDF, eller å gjøre den mindre.
scan-stopped = Viruskontrollen fant skadelig innhold, og ingen får åpne filen.

scan-stopped-heading = { $count ->
    [one] En fil er stoppet
   *[other] { $count } filer er stoppet
}
scan-stopped-what = { $count ->
    [one] Viruskontrollen vår fant skadelig innhold i denne filen, og ingen får åpne den. Det du har skrevet, er tatt vare på.
   *[other] Viruskontrollen vår fant skadelig innhold i disse filene, og ingen får åpne dem. Det du har skrevet, er tatt vare på.
}
scan-stopped-take-away = { $count ->
    [one] Ta bort filen, og legg ved en ren utgave hvis du trenger den.
   *[other] Ta bort filene, og legg ved rene utgaver hvis du trenger dem.
}
scan-stopped-change = { $count ->
    [one] Trenger du filen, kan du endre innspillet og legge ved en ren utgave.
   *[other] Trenger du filene, kan du endre innspillet og legge ved rene utgaver.
}
scan-stopped-contact = { $count ->
    [one] Er filen viktig for innspillet, kan du ta kontakt med oss.
   *[other] Er filene viktige for innspillet, kan du ta kontakt med oss.
}
scan-stopped-machine = Sjekk gjerne maskinen din for virus.

scan-none = Filer blir ikke kontrollert for virus
scan-none-what = Tjenesten er satt opp uten viruskontroll. Åpne filer bare på en maskin som kontrollerer dem selv.
scan-staff-clean = Kontrollert for virus.
scan-staff-waiting = Ikke kontrollert for virus ennå. Filen kan åpnes når det er gjort.
scan-staff-failed = Viruskontrollen fikk ikke sett på filen, så den kan ikke åpnes. Si fra til dem som drifter tjenesten.
scan-staff-stopped = Viruskontrollen fant skadelig innhold, og ingen får åpne filen. Avsenderen får beskjed.
scan-staff-failures = { $count ->
    [one] Én fil kunne ikke kontrolleres for virus
   *[other] { $count } filer kunne ikke kontrolleres for virus
}
scan-staff-failures-what = Ingen kan åpne { $count ->
    [one] den
   *[other] dem
}. Si fra til dem som drifter tjenesten.
