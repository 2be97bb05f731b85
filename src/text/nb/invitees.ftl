# Consulted bodies: the administrators' list, the letters, and the page that the link leads to.

room-invitees = Høringsinstanser
invitees-heading = Høringsinstanser
invitees-what = Her ser du hvem som er invitert til å svare, og hvor langt de er kommet. Hver av dem får en e-post med sin egen lenke. Noen programmer følger lenker på egen hånd, så «Har åpnet» er ikke helt sikkert.
invitees-none = Ingen står på listen ennå. Lim inn en liste, last opp en CSV-fil eller bruk listen fra en annen høring.
invitees-none-here = Ingen på listen passer til filteret.
invitees-silent = Har ikke svart
invitees-unreached = E-post ikke levert
invitees-invite = { $count ->
    [one] Inviter den ene som ikke er invitert
   *[other] Inviter de { $count } som ikke er invitert
}
invitees-export = Last ned listen (CSV)
invitees-not-public = Høringen er ikke publisert ennå. Invitasjonene blir sendt når den er det.
invitees-over = Fristen er ute, så det blir ikke sendt flere invitasjoner.

invitees-paste = Legg til på listen
invitees-paste-label = Lim inn en linje for hver høringsinstans
invitees-paste-help = Skriv navn og e-postadresse med semikolon, komma eller tabulator mellom. Organisasjonsnummer og språk (nb, nn eller en) kan stå etter.
invitees-paste-example = Barneombudet; post@example.org; 974760673; nb
invitees-paste-yes = Legg til
invitees-file = Last opp en CSV-fil
invitees-file-label = CSV-fil
invitees-file-help = Filen må ha navn og e-postadresse. Den kan komme fra et regneark, og kolonnene kan stå i hvilken som helst rekkefølge.
invitees-file-yes = Last opp
invitees-reuse = Bruk listen fra en annen høring
invitees-reuse-label = Høring
invitees-reuse-option = { $title } ({ $count })
invitees-reuse-yes = Hent listen
invitees-plan = Påminnelser
invitees-plan-what = De som ikke har svart, får en påminnelse klokken 8. Fristen er { $deadline }.
invitees-plan-none = Ingen påminnelser er satt opp.
invitees-plan-past = (tidspunktet er passert)
invitees-plan-days = Dager før fristen
invitees-plan-help = For eksempel 7, 2. La feltet stå tomt hvis ingen skal bli påminnet.
invitees-plan-yes = Lagre påminnelsene

invitees-done-added = { $count ->
    [0] Ingen ble lagt til.
    [one] Én er lagt til på listen.
   *[other] { $count } er lagt til på listen.
}
invitees-done-added-known = { $count ->
    [0] Ingen ble lagt til.
    [one] Én er lagt til på listen.
   *[other] { $count } er lagt til på listen.
} { $known ->
    [one] Én sto der fra før eller kom to ganger.
   *[other] { $known } sto der fra før eller kom to ganger.
}
invitees-done-inviting = { $count ->
    [one] Én blir invitert. E-posten er på vei.
   *[other] { $count } blir invitert. E-postene er på vei.
}
invitees-done-planned = Påminnelsene er lagret.
invitees-done-removed = Høringsinstansen er tatt ut av listen.

invitees-mistake-empty = Det står ingen høringsinstanser der
invitees-mistake-too-large = Filen er for stor til å være en liste
invitees-mistake-too-many = Listen blir for lang. En høring kan ha høyst 2000 høringsinstanser.
invitees-mistake-line = Linje { $number }: { $mistake }.
invitees-mistake-days = Skriv høyst fem tall mellom 1 og 90 med komma mellom

invitee-name = Navn
invitee-address = E-postadresse
invitee-org-number = Organisasjonsnummer (valgfritt)
invitee-org-number-help = Ni sifre. Med nummeret finner vi svaret også når det ikke kom gjennom lenken.
invitee-language = Språk i e-postene
invitee-last-letter = Siste e-post
invitee-answers = Innspill
invitee-facts = Opplysninger
invitee-save = Lagre
invitee-back = Tilbake til listen
invitee-letters = E-poster
invitee-letters-none = Ingen e-post er sendt ennå.
invitee-opened = Lenken ble åpnet første gang
invitee-again-what = En e-post som ikke ble levert, blir sendt på nytt til adressen som står her nå. Ellers blir invitasjonen sendt en gang til, med en ny lenke.
invitee-stop = Stopp e-poster og lenke
invitee-stop-what = Høringsinstansen blir stående på listen, men får ikke flere e-poster, og lenken virker ikke lenger.
invitee-remove = Ta ut av listen
invitee-remove-what = Høringsinstansen er ikke invitert og kan tas ut av listen.
invitee-done-changed = Opplysningene er lagret.
invitee-done-again = E-posten er lagt i køen.
invitee-done-stopped = E-poster og lenke er stoppet.

invitee-state-listed = Ikke invitert
invitee-state-queued = Blir invitert
invitee-state-invited = Invitert
invitee-state-opened = Har åpnet
invitee-state-drafted = Har begynt
invitee-state-answered = Har svart
invitee-state-no-comment = Uten merknad
invitee-state-stopped = Stoppet

invitee-mistake-name = Skriv et navn
invitee-mistake-name-long = Navnet er for langt
invitee-mistake-address-missing = E-postadressen mangler
invitee-mistake-address = E-postadressen er ikke riktig
invitee-mistake-org-number = Organisasjonsnummeret er ikke riktig
invitee-mistake-language = Velg et språk
invitee-mistake-listed = Det står allerede en med dette navnet og denne adressen på listen
invitee-mistake-not-running = Høringen er ikke publisert, eller fristen er ute. Da sender vi ingen invitasjon.
invitee-mistake-not-sent = Det er ingen e-post å sende på nytt: Den siste venter fortsatt på å bli sendt.

letter-kind-invitation = Invitasjon
letter-kind-invitation-reminder = Påminnelse til høringsinstans
letter-kind-invitation-deadline = Ny frist til høringsinstans
letter-kind-no-comment = Kvittering for «uten merknad»

invitee-subject-invitation = Invitasjon til å svare på høring: { $title }
invitee-subject-reminder = Påminnelse om høring: { $title }
invitee-subject-new-deadline = Ny frist i høringen: { $title }
invitee-subject-no-comment = Kvittering: uten merknad ({ $reference })
invitee-letter-invitation = { $municipality } inviterer { $name } til å svare på høringen «{ $title }».
invitee-letter-reminder = Vi har ikke fått svar fra { $name } på høringen «{ $title }».
invitee-letter-new-deadline = Det er satt en ny frist i høringen «{ $title }».
invitee-letter-deadline = Dere kan svare { $deadline }.
invitee-letter-opens = Det blir mulig å svare fra { $date }.
invitee-letter-reason = Begrunnelse: { $reason }
invitee-letter-answered-may-change = Har dere svart, trenger dere ikke gjøre noe. Dere kan endre svaret fram til fristen.
invitee-letter-link = Les høringen og svar her:
invitee-letter-no-comment = Har dere ingen merknader, kan dere si fra om det på den samme siden uten å logge inn.
invitee-letter-share = Lenken gjelder bare { $name }. Send e-posten videre til den som skal svare hos dere, men ikke legg lenken ut der andre kan finne den.
invitee-letter-crossed = Har dere svart på en annen måte, kan dere se bort fra denne e-posten.
invitee-letter-no-comment-received = Vi har registrert at { $name } ikke har merknader.
invitee-letter-change-mind = Ombestemmer dere dere, kan dere bruke lenken i invitasjonen og svare { $deadline }.
invitee-letter-contact = Har dere spørsmål om høringen? Ta kontakt:
invitee-letter-no-reply = Dere kan ikke svare på denne e-posten.

invited-heading = { $name } er invitert til å svare
invited-read = Les høringen og dokumentene
invited-answer = Svar på høringen
invited-first = Logg inn først. Så kommer du tilbake hit og kan begynne på svaret.
invited-begin = Begynn på svaret
invited-go-on = Fortsett på svaret
invited-no-comment = Ingen merknader?
invited-no-comment-what = Vi registrerer et svar «uten merknad» fra { $name } og sender en kvittering på e-post. Svaret er et saksdokument og kan bli publisert. Du trenger ikke logge inn.
invited-no-comment-yes = Vi har ingen merknader
invited-received = Vi har mottatt svar fra dere
invited-said-no-comment = Dere svarte «uten merknad» { $moment }.
invited-answered = Det siste innspillet fra dere kom { $moment }.
invited-reference = Referansenummeret er { $reference }. Var det en feil, kan dere trekke det tilbake.
invited-take-back = Trekk tilbake «uten merknad»
invited-has-answered = Vi har allerede mottatt et innspill fra dere, så vi registrerte ikke «uten merknad».
invited-not-open = Høringen er ikke åpen for svar ennå. Bruk den samme lenken når den åpner.
invited-closed = Fristen er ute, så det er ikke lenger mulig å svare her.

event-invitees-added = Høringsinstanser lagt til
event-invitee-changed = Opplysninger om høringsinstans endret
event-invitee-removed = Høringsinstans tatt ut av listen
event-invitee-stopped = E-poster og lenke til høringsinstans stoppet
event-invitations-asked = Bestemt at høringsinstanser inviteres
event-reminders-planned = Påminnelser til høringsinstanser satt opp
event-invitees-told = E-poster til høringsinstanser skrevet
event-invitation-opened = Lenke til høringsinstans åpnet
event-invitation-taken = Svar for høringsinstans begynt
event-invitees-exported = Liste over høringsinstanser lastet ned
