# Privacy, accessibility, and everything that is kept about a person.

privacy-how-long = Kor lenge vi tek vare på opplysningane
privacy-kept-submissions = Innspel som er sende inn, tek vi vare på som saksdokument, også når dei er trekte tilbake. Dei blir overførte til arkivet i kommunen.
privacy-kept-drafts = Kladdar som ikkje er sende inn, blir sletta { $days } dagar etter at høyringa er avslutta. Du kan slette dei sjølv når som helst.
privacy-kept-drafts-always = Kladdar som ikkje er sende inn, ligg til du slettar dei.
privacy-kept-contacts = E-postadressa i eit innspel blir sletta { $days } dagar etter at høyringa er avslutta.
privacy-kept-contacts-always = E-postadressa i eit innspel følgjer innspelet.
privacy-kept-withdrawn = Trekkjer du innspelet tilbake, blir adressa sletta etter { $days } dagar.
privacy-kept-files = Filer du legg ved, følgjer kladden eller innspelet.
privacy-kept-harmful = Ei fil med skadeleg innhald blir sperra. Ho blir sletta etter { $days } dagar.
privacy-kept-harmful-always = Ei fil med skadeleg innhald blir sperra, og ingen får opne henne.
privacy-kept-letters = Mottakar og tekst i ein e-post frå oss blir sletta når e-posten er send.
privacy-kept-letters-trace = Opplysninga om at han vart send, blir sletta etter { $days } dagar.
privacy-kept-login = Opplysningane om innlogginga blir sletta når du loggar ut, eller når innlogginga går ut på tid. Eit skjema som vart avbrote fordi innlogginga gjekk ut, ligg kryptert i to timar.
privacy-kept-log = Loggen blir ikkje sletta, slik at det alltid kan visast kva som er gjort med eit innspel.
privacy-more = Les meir om personvern i { $owner }
accessibility-declaration = Les tilgjengelegheitserklæringa

my-data-heading = Opplysningar om deg
my-data-what = Dette er lagra om deg i tenesta. Fila inneheld alt saman: innspela med alle utgåver, kladdane, e-postane, innloggingane og det loggen seier.
my-data-submissions = Innspel
my-data-drafts = Kladdar
my-data-letters = E-postar
my-data-sessions = Innloggingar
my-data-log = Linjer i loggen
my-data-download = Last ned alt (JSON)
my-data-remove = Slett opplysningar
my-data-removed = Det du valde, er sletta eller trekt tilbake.
my-data-more = Les kvifor vi lagrar dette, og kor lenge:
my-data-file = Alt som er lagra om deg i innspelstenesta til { $owner }.

remove-heading = Slett opplysningar om deg
remove-nothing = Det er ingenting du kan slette sjølv no.
remove-choose = Kva vil du slette?
remove-drafts = { $count ->
    [one] Kladden min. Han blir sletta med ein gong.
   *[other] Dei { $count } kladdane mine. Dei blir sletta med ein gong.
}
remove-submissions = Innspela mine som kan trekkjast tilbake: { $references }
remove-submissions-what = Dei tel ikkje lenger med og blir ikkje publiserte. E-postadressa di blir sletta frå alt du har trekt tilbake.
remove-shared = Kladdar som du skriv saman med andre, blir ikkje sletta her. Dei slettar du der de skriv.
remove-yes = Ja, slett det eg har valt
remove-no = Nei, behald alt
remove-kept = Dette må vi ta vare på
remove-kept-what = Eit innspel som kommunen har fått inn, er eit saksdokument. Arkivlova seier at kommunen skal ta vare på det, også når det er trekt tilbake. Difor kan verken du eller vi slette det. Det same gjeld linjene i loggen.
remove-kept-which = Kan ikkje trekkjast tilbake her: { $references }. Høyringa er avslutta, eller innspelet er trekt alt.
remove-kept-login = Opplysningane om innlogginga di blir sletta når du loggar ut.
