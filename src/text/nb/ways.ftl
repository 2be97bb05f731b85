# The ways in, and writing together.

round-how-e-mail = { $questions ->
    [one] Du får en lenke på e-post og svarer på ett spørsmål. Du kan lagre underveis og sende inn senere.
   *[other] Du får en lenke på e-post og svarer på inntil { $questions } spørsmål. Du kan lagre underveis og sende inn senere.
}
round-how-open = { $questions ->
    [one] Du svarer på ett spørsmål uten å logge inn. Du må skrive og sende inn i samme nettleser.
   *[other] Du svarer på inntil { $questions } spørsmål uten å logge inn. Du må skrive og sende inn i samme nettleser.
}
round-continue-shared = Fortsett på innspillet for { $organisation }

way-go-id-porten = Logg inn med ID-porten
way-go-e-mail = Send meg en lenke
way-go-open = Begynn å svare

message-way-id-porten = Du må logge inn med ID-porten
message-way-id-porten-what = I denne høringen må alle som svarer, logge inn med ID-porten.
message-way-e-mail = Du må bruke en lenke fra en e-post
message-way-e-mail-what = I denne høringen får alle som svarer, en lenke på e-post.
message-way-open = Vi kjenner ikke igjen nettleseren
message-way-open-what = Det har gått for lang tid, eller du har byttet nettleser. Ta vare på det du hadde skrevet, og begynn på nytt.
message-link-spent = Lenken virker ikke lenger
message-link-spent-what = En lenke virker bare én gang, og bare en kort stund. Be om en ny lenke der du fikk den.
message-only-read = Bare avsenderen kan endre innspillet
message-only-read-what = Du har vært med på å skrive innspill { $reference }. Du kan lese det, men ikke endre det eller trekke det tilbake.
message-changed-meanwhile = En kollega har endret innspillet
message-changed-meanwhile-what = Innspill { $reference } ble endret etter at du begynte. Kladden din er lagret, men ikke sendt inn. Se hva som er nytt, ta vare på det du vil ha med, slett kladden og begynn på nytt.

start-heading = Svar uten å logge inn
start-what = I denne høringen kan alle svare uten å logge inn. Du trenger ikke oppgi e-postadresse.
start-keep = Ta vare på kvitteringen
start-keep-what = Kladden finnes bare i denne nettleseren, og bare til du logger inn, logger ut eller har vært borte lenge. Det samme gjelder innspillet du sender. Oppgir du e-postadresse, kan du be om en lenke og finne innspillet igjen senere.
start-came-back = Har du sendt inn innspill fra en annen nettleser?

ask-heading = Få en lenke på e-post
ask-what = I denne høringen logger du inn med en lenke som vi sender til e-postadressen din. Lenken virker én gang, i én time.
ask-what-open = Oppga du e-postadresse da du sendte inn innspillet, kan vi sende deg en lenke til det. Lenken virker én gang, i én time.
ask-draft-open = Har du begynt på en kladd i denne nettleseren, må du sende den inn før du bruker lenken.
ask-help = Vi bruker adressen til å sende lenken og kvitteringen. Den blir ikke publisert.
ask-or-log-in = Logg heller inn med ID-porten
ask-sent = Se etter e-post fra oss
ask-sent-what = Hvis adressen er riktig, får du snart en e-post med en lenke. Lenken virker én gang, i én time.
ask-sent-open = Du får bare e-post hvis du oppga denne adressen da du sendte inn innspillet.
ask-sent-nothing = Kommer det ikke noe, kan du se i mappen for søppelpost.
ask-again = Be om en ny lenke

link-heading = Logg inn med lenken
link-what = Lenken er laget for { $address }. Trykk på knappen for å bruke den. Den virker bare én gang.
link-yes = Logg inn

form-open = Kladden finnes bare i denne nettleseren
form-open-what = Skriv ferdig og send inn herfra. Logger du inn, logger du ut eller er du borte lenge, mister du kladden.
form-about-must-open = Du trenger ikke oppgi e-postadresse eller organisasjonsnummer. Navnet på organisasjonen fyller du bare ut hvis du svarer for en.
form-email-help-open = Du kan la feltet stå tomt. Med e-postadresse får du en kvittering og kan finne innspillet igjen senere. Adressen blir ikke publisert.
form-name-help-shared = Dere er flere som skriver. Den som sender inn, står med sitt navn på kvitteringen.
form-together = Skriv sammen med kolleger
form-together-who = Se hvem som skriver her
form-discard-shared = Den blir også borte for kollegene dine.
conflict-what-colleague = { $name } lagret kladden { $moment }. Det du har skrevet her, er ikke lagret. Feltene som er ulike, viser begge tekstene.

check-shared = Dere er flere som har skrevet
check-shared-what = Én sender inn for alle. Sender du inn, står navnet ditt på kvitteringen, og de andre finner innspillet under Mine innspill.
check-no-address = Du har ikke oppgitt e-postadresse
check-no-address-what = Da får du ingen kvittering på e-post, og du finner bare innspillet igjen i denne nettleseren. Skriv ut eller lagre kvitteringen.

receipt-keep = Ta vare på kvitteringen
receipt-keep-browser = Du kan bare se, endre og trekke tilbake innspillet fra denne nettleseren, så lenge du ikke logger inn eller ut. Skriv ut siden, eller lagre den.
receipt-keep-address = I en annen nettleser må du be om en lenke på e-post for å se, endre eller trekke tilbake innspillet.
receipt-colleagues = Skrevet sammen med:
receipt-colleague-reads = Innspillet ble sendt inn av { $name }. Du kan lese det, men ikke endre det eller trekke det tilbake.
mine-draft-shared = Dere er flere som skriver, på vegne av { $organisation }.

together-heading = Skriv sammen
together-for = Innspill fra { $organisation }
together-what = Alle som er med, ser og kan endre hele kladden. Det blir ett innspill, og én av dere sender det inn.
together-made = Her er lenken
together-made-what = Kopier lenken og send den til én kollega. Den virker én gang, i en uke. Vi viser den bare nå.
together-full = Du kan invitere inntil { $limit } kolleger. Ta bort en av dem, eller trekk tilbake en lenke, før du inviterer flere.
together-who = Hvem som skriver
together-you = (deg)
together-owner = Begynte på kladden
together-remove = Ta bort
together-leave = Slutt å være med
together-invite = Inviter en kollega
together-invite-what = Du får en lenke som du sender til kollegaen. Kollegaen må selv logge inn slik høringen krever.
together-name-help = De andre som skriver, ser navnet. Det står på kvitteringen hvis du sender inn.
together-invite-yes = Lag en lenke
together-open = Lenker som ikke er brukt
together-until = Virker til { $moment }
together-revoke = Trekk tilbake
together-after = Når innspillet er sendt
together-may-change = Alle som er med, kan endre innspillet og trekke det tilbake, ikke bare den som sendte det
together-save = Lagre valget
together-back = Til kladden

invitation-heading = Bli med og skriv
invitation-what = { $name } har invitert deg til å skrive innspill sammen på vegne av { $organisation }.
invitation-then = Du får se og endre hele kladden, og de andre ser navnet ditt.
invitation-first = Først må vi vite at det er deg.
invitation-yes = Bli med

manage-way = Hvem som kan svare
manage-way-id-porten = De som logger inn med ID-porten.
manage-way-e-mail = De som får en lenke på e-post, og de som logger inn med ID-porten.
manage-way-open = Alle, uten å logge inn.
letter-kind-login-link = Lenke for å logge inn

letter-on-behalf-of = På vegne av: { $organisation }
letter-sent-by = Sendt inn av: { $name }
letter-subject-login-link = Lenke for å logge inn
letter-login-link-opening = Her er lenken du ba om, til høringen «{ $title }»:
letter-login-link-how = Åpne lenken og trykk «Logg inn». Den virker én gang, i én time. Ikke send den videre: Den som har lenken, kan svare i ditt navn.
letter-login-link-not-you = Har du ikke bedt om noen lenke, kan du slette denne e-posten. Da skjer det ingenting.
