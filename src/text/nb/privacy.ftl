# Privacy, accessibility, and everything that is kept about a person.

privacy-how-long = Hvor lenge vi tar vare på opplysningene
privacy-kept-submissions = Innspill som er sendt inn, tar vi vare på som saksdokumenter, også når de er trukket tilbake. De blir overført til kommunens arkiv.
privacy-kept-drafts = Kladder som ikke er sendt inn, blir slettet { $days } dager etter at høringen er avsluttet. Du kan slette dem selv når som helst.
privacy-kept-drafts-always = Kladder som ikke er sendt inn, ligger til du sletter dem.
privacy-kept-contacts = E-postadressen i et innspill blir slettet { $days } dager etter at høringen er avsluttet.
privacy-kept-contacts-always = E-postadressen i et innspill følger innspillet.
privacy-kept-withdrawn = Trekker du innspillet tilbake, blir adressen slettet etter { $days } dager.
privacy-kept-files = Filer du legger ved, følger kladden eller innspillet.
privacy-kept-harmful = En fil med skadelig innhold blir sperret. Den blir slettet etter { $days } dager.
privacy-kept-harmful-always = En fil med skadelig innhold blir sperret, og ingen får åpne den.
privacy-kept-letters = Mottaker og tekst i en e-post fra oss blir slettet når e-posten er sendt.
privacy-kept-letters-trace = Opplysningen om at den ble sendt, blir slettet etter { $days } dager.
privacy-kept-login = Opplysningene om innloggingen blir slettet når du logger ut, eller når innloggingen går ut på tid. Et skjema som ble avbrutt fordi innloggingen gikk ut, ligger kryptert i to timer.
privacy-kept-log = Loggen blir ikke slettet, så det alltid kan vises hva som er gjort med et innspill.
privacy-more = Les mer om personvern i { $owner }
accessibility-declaration = Les tilgjengelighetserklæringen

my-data-heading = Opplysninger om deg
my-data-what = Dette er lagret om deg i tjenesten. Filen inneholder alt sammen: innspillene med alle utgaver, kladdene, e-postene, innloggingene og det loggen sier.
my-data-submissions = Innspill
my-data-drafts = Kladder
my-data-letters = E-poster
my-data-sessions = Innlogginger
my-data-log = Linjer i loggen
my-data-download = Last ned alt (JSON)
my-data-remove = Slett opplysninger
my-data-removed = Det du valgte, er slettet eller trukket tilbake.
my-data-more = Les hvorfor vi lagrer dette, og hvor lenge:
my-data-file = Alt som er lagret om deg i innspillstjenesten til { $owner }.

remove-heading = Slett opplysninger om deg
remove-nothing = Det er ingenting du kan slette selv nå.
remove-choose = Hva vil du slette?
remove-drafts = { $count ->
    [one] Kladden min. Den blir slettet med en gang.
   *[other] De { $count } kladdene mine. De blir slettet med en gang.
}
remove-submissions = Innspillene mine som kan trekkes tilbake: { $references }
remove-submissions-what = De teller ikke lenger med og blir ikke publisert. E-postadressen din blir slettet fra alt du har trukket tilbake.
remove-shared = Kladder som du skriver sammen med andre, blir ikke slettet her. Dem sletter du der dere skriver.
remove-yes = Ja, slett det jeg har valgt
remove-no = Nei, behold alt
remove-kept = Dette må vi ta vare på
remove-kept-what = Et innspill som kommunen har mottatt, er et saksdokument. Arkivlova sier at kommunen skal ta vare på det, også når det er trukket tilbake. Derfor kan verken du eller vi slette det. Det samme gjelder linjene i loggen.
remove-kept-which = Kan ikke trekkes tilbake her: { $references }. Høringen er avsluttet, eller innspillet er trukket allerede.
remove-kept-login = Opplysningene om innloggingen din blir slettet når du logger ut.
