# Consulted bodies: the administrators' list, the letters, and the page that the link leads to.

room-invitees = Høyringsinstansar
invitees-heading = Høyringsinstansar
invitees-what = Her ser du kven som er inviterte til å svare, og kor langt dei har kome. Kvar av dei får ein e-post med si eiga lenkje. Nokre program følgjer lenkjer på eiga hand, så «Har opna» er ikkje heilt sikkert.
invitees-none = Ingen står på lista enno. Lim inn ei liste, last opp ei CSV-fil eller bruk lista frå ei anna høyring.
invitees-none-here = Ingen på lista passar til filteret.
invitees-silent = Har ikkje svart
invitees-unreached = E-post ikkje levert
invitees-invite = { $count ->
    [one] Inviter den eine som ikkje er invitert
   *[other] Inviter dei { $count } som ikkje er inviterte
}
invitees-export = Last ned lista (CSV)
invitees-not-public = Høyringa er ikkje publisert enno. Invitasjonane blir sende når ho er det.
invitees-over = Fristen er ute, så det blir ikkje sendt fleire invitasjonar.

invitees-paste = Legg til på lista
invitees-paste-label = Lim inn ei linje for kvar høyringsinstans
invitees-paste-help = Skriv namn og e-postadresse med semikolon, komma eller tabulator mellom. Organisasjonsnummer og språk (nb, nn eller en) kan stå etter.
invitees-paste-example = Barneombodet; post@example.org; 974760673; nn
invitees-paste-yes = Legg til
invitees-file = Last opp ei CSV-fil
invitees-file-label = CSV-fil
invitees-file-help = Fila må ha namn og e-postadresse. Ho kan kome frå eit rekneark, og kolonnane kan stå i kva rekkjefølgje som helst.
invitees-file-yes = Last opp
invitees-reuse = Bruk lista frå ei anna høyring
invitees-reuse-label = Høyring
invitees-reuse-option = { $title } ({ $count })
invitees-reuse-yes = Hent lista
invitees-plan = Påminningar
invitees-plan-what = Dei som ikkje har svart, får ei påminning klokka 8. Fristen er { $deadline }.
invitees-plan-none = Ingen påminningar er sette opp.
invitees-plan-past = (tidspunktet er passert)
invitees-plan-days = Dagar før fristen
invitees-plan-help = Til dømes 7, 2. La feltet stå tomt om ingen skal bli minna på fristen.
invitees-plan-yes = Lagre påminningane

invitees-done-added = { $count ->
    [0] Ingen vart lagde til.
    [one] Éin er lagd til på lista.
   *[other] { $count } er lagde til på lista.
}
invitees-done-added-known = { $count ->
    [0] Ingen vart lagde til.
    [one] Éin er lagd til på lista.
   *[other] { $count } er lagde til på lista.
} { $known ->
    [one] Éin stod der frå før eller kom to gonger.
   *[other] { $known } stod der frå før eller kom to gonger.
}
invitees-done-inviting = { $count ->
    [one] Éin blir invitert. E-posten er på veg.
   *[other] { $count } blir inviterte. E-postane er på veg.
}
invitees-done-planned = Påminningane er lagra.
invitees-done-removed = Høyringsinstansen er teken ut av lista.

invitees-mistake-empty = Det står ingen høyringsinstansar der
invitees-mistake-too-large = Fila er for stor til å vere ei liste
invitees-mistake-too-many = Lista blir for lang. Ei høyring kan ha høgst 2000 høyringsinstansar.
invitees-mistake-line = Linje { $number }: { $mistake }.
invitees-mistake-days = Skriv høgst fem tal mellom 1 og 90 med komma mellom

invitee-name = Namn
invitee-address = E-postadresse
invitee-org-number = Organisasjonsnummer (valfritt)
invitee-org-number-help = Ni siffer. Med nummeret finn vi svaret også når det ikkje kom gjennom lenkja.
invitee-language = Språk i e-postane
invitee-last-letter = Siste e-post
invitee-answers = Innspel
invitee-facts = Opplysningar
invitee-save = Lagre
invitee-back = Tilbake til lista
invitee-letters = E-postar
invitee-letters-none = Ingen e-post er send enno.
invitee-opened = Lenkja vart opna første gong
invitee-again-what = Ein e-post som ikkje vart levert, blir send på nytt til adressa som står her no. Elles blir invitasjonen send ein gong til, med ei ny lenkje.
invitee-stop = Stopp e-postar og lenkje
invitee-stop-what = Høyringsinstansen blir ståande på lista, men får ikkje fleire e-postar, og lenkja verkar ikkje lenger.
invitee-remove = Ta ut av lista
invitee-remove-what = Høyringsinstansen er ikkje invitert og kan takast ut av lista.
invitee-done-changed = Opplysningane er lagra.
invitee-done-again = E-posten er lagd i køen.
invitee-done-stopped = E-postar og lenkje er stoppa.

invitee-state-listed = Ikkje invitert
invitee-state-queued = Blir invitert
invitee-state-invited = Invitert
invitee-state-opened = Har opna
invitee-state-drafted = Har byrja
invitee-state-answered = Har svart
invitee-state-no-comment = Utan merknad
invitee-state-stopped = Stoppa

invitee-mistake-name = Skriv eit namn
invitee-mistake-name-long = Namnet er for langt
invitee-mistake-address-missing = E-postadressa manglar
invitee-mistake-address = E-postadressa er ikkje rett
invitee-mistake-org-number = Organisasjonsnummeret er ikkje rett
invitee-mistake-language = Vel eit språk
invitee-mistake-listed = Det står alt ein med dette namnet og denne adressa på lista
invitee-mistake-not-running = Høyringa er ikkje publisert, eller fristen er ute. Då sender vi ingen invitasjon.
invitee-mistake-not-sent = Det er ingen e-post å sende på nytt: Den siste ventar framleis på å bli send.

letter-kind-invitation = Invitasjon
letter-kind-invitation-reminder = Påminning til høyringsinstans
letter-kind-invitation-deadline = Ny frist til høyringsinstans
letter-kind-no-comment = Kvittering for «utan merknad»

invitee-subject-invitation = Invitasjon til å svare på høyring: { $title }
invitee-subject-reminder = Påminning om høyring: { $title }
invitee-subject-new-deadline = Ny frist i høyringa: { $title }
invitee-subject-no-comment = Kvittering: utan merknad ({ $reference })
invitee-letter-invitation = { $municipality } inviterer { $name } til å svare på høyringa «{ $title }».
invitee-letter-reminder = Vi har ikkje fått svar frå { $name } på høyringa «{ $title }».
invitee-letter-new-deadline = Det er sett ein ny frist i høyringa «{ $title }».
invitee-letter-deadline = De kan svare { $deadline }.
invitee-letter-opens = Det blir mogleg å svare frå { $date }.
invitee-letter-reason = Grunngiving: { $reason }
invitee-letter-answered-may-change = Har de svart, treng de ikkje gjere noko. De kan endre svaret fram til fristen.
invitee-letter-link = Les høyringa og svar her:
invitee-letter-no-comment = Har de ingen merknader, kan de seie frå om det på den same sida utan å logge inn.
invitee-letter-share = Lenkja gjeld berre { $name }. Send e-posten vidare til den som skal svare hos dykk, men ikkje legg lenkja ut der andre kan finne henne.
invitee-letter-crossed = Har de svart på ein annan måte, kan de sjå bort frå denne e-posten.
invitee-letter-no-comment-received = Vi har registrert at { $name } ikkje har merknader.
invitee-letter-change-mind = Ombestemmer de dykk, kan de bruke lenkja i invitasjonen og svare { $deadline }.
invitee-letter-contact = Har de spørsmål om høyringa? Ta kontakt:
invitee-letter-no-reply = De kan ikkje svare på denne e-posten.

invited-heading = { $name } er invitert til å svare
invited-read = Les høyringa og dokumenta
invited-answer = Svar på høyringa
invited-first = Logg inn først. Så kjem du tilbake hit og kan byrje på svaret.
invited-begin = Byrj på svaret
invited-go-on = Hald fram med svaret
invited-no-comment = Ingen merknader?
invited-no-comment-what = Vi registrerer eit svar «utan merknad» frå { $name } og sender ei kvittering på e-post. Svaret er eit saksdokument og kan bli publisert. Du treng ikkje logge inn.
invited-no-comment-yes = Vi har ingen merknader
invited-received = Vi har fått svar frå dykk
invited-said-no-comment = De svarte «utan merknad» { $moment }.
invited-answered = Det siste innspelet frå dykk kom { $moment }.
invited-reference = Referansenummeret er { $reference }. Var det ein feil, kan de trekkje det tilbake.
invited-take-back = Trekk tilbake «utan merknad»
invited-has-answered = Vi har alt fått eit innspel frå dykk, så vi registrerte ikkje «utan merknad».
invited-not-open = Høyringa er ikkje open for svar enno. Bruk den same lenkja når ho opnar.
invited-closed = Fristen er ute, så det er ikkje lenger mogleg å svare her.

event-invitees-added = Høyringsinstansar lagde til
event-invitee-changed = Opplysningar om høyringsinstans endra
event-invitee-removed = Høyringsinstans teken ut av lista
event-invitee-stopped = E-postar og lenkje til høyringsinstans stoppa
event-invitations-asked = Avgjort at høyringsinstansar blir inviterte
event-reminders-planned = Påminningar til høyringsinstansar sette opp
event-invitees-told = E-postar til høyringsinstansar skrivne
event-invitation-opened = Lenkje til høyringsinstans opna
event-invitation-taken = Svar for høyringsinstans påbyrja
event-invitees-exported = Liste over høyringsinstansar lasta ned
