# The ways in, and writing together.

round-how-e-mail = { $questions ->
    [one] Du får ei lenkje på e-post og svarer på eitt spørsmål. Du kan lagre undervegs og sende inn seinare.
   *[other] Du får ei lenkje på e-post og svarer på inntil { $questions } spørsmål. Du kan lagre undervegs og sende inn seinare.
}
round-how-open = { $questions ->
    [one] Du svarer på eitt spørsmål utan å logge inn. Du må skrive og sende inn i same nettlesar.
   *[other] Du svarer på inntil { $questions } spørsmål utan å logge inn. Du må skrive og sende inn i same nettlesar.
}
round-continue-shared = Hald fram med innspelet for { $organisation }

way-go-id-porten = Logg inn med ID-porten
way-go-e-mail = Send meg ei lenkje
way-go-open = Byrj å svare

message-way-id-porten = Du må logge inn med ID-porten
message-way-id-porten-what = I denne høyringa må alle som svarer, logge inn med ID-porten.
message-way-e-mail = Du må bruke ei lenkje frå ein e-post
message-way-e-mail-what = I denne høyringa får alle som svarer, ei lenkje på e-post.
message-way-open = Vi kjenner ikkje att nettlesaren
message-way-open-what = Det har gått for lang tid, eller du har bytt nettlesar. Ta vare på det du hadde skrive, og byrj på nytt.
message-link-spent = Lenkja verkar ikkje lenger
message-link-spent-what = Ei lenkje verkar berre éin gong, og berre ei kort stund. Be om ei ny lenkje der du fekk ho.
message-only-read = Berre avsendaren kan endre innspelet
message-only-read-what = Du har vore med på å skrive innspel { $reference }. Du kan lese det, men ikkje endre det eller trekkje det tilbake.
message-changed-meanwhile = Ein kollega har endra innspelet
message-changed-meanwhile-what = Innspel { $reference } vart endra etter at du byrja. Kladden din er lagra, men ikkje send inn. Sjå kva som er nytt, ta vare på det du vil ha med, slett kladden og byrj på nytt.

start-heading = Svar utan å logge inn
start-what = I denne høyringa kan alle svare utan å logge inn. Du treng ikkje oppgi e-postadresse.
start-keep = Ta vare på kvitteringa
start-keep-what = Kladden finst berre i denne nettlesaren, og berre til du loggar inn, loggar ut eller har vore borte lenge. Det same gjeld innspelet du sender. Oppgir du e-postadresse, kan du be om ei lenkje og finne innspelet att seinare.
start-came-back = Har du sendt inn innspel frå ein annan nettlesar?

ask-heading = Få ei lenkje på e-post
ask-what = I denne høyringa loggar du inn med ei lenkje som vi sender til e-postadressa di. Lenkja verkar éin gong, i éin time.
ask-what-open = Oppgav du e-postadresse då du sende inn innspelet, kan vi sende deg ei lenkje til det. Lenkja verkar éin gong, i éin time.
ask-draft-open = Har du byrja på ein kladd i denne nettlesaren, må du sende han inn før du bruker lenkja.
ask-help = Vi bruker adressa til å sende lenkja og kvitteringa. Ho blir ikkje publisert.
ask-or-log-in = Logg heller inn med ID-porten
ask-sent = Sjå etter e-post frå oss
ask-sent-what = Viss adressa er rett, får du snart ein e-post med ei lenkje. Lenkja verkar éin gong, i éin time.
ask-sent-open = Du får berre e-post viss du oppgav denne adressa då du sende inn innspelet.
ask-sent-nothing = Kjem det ikkje noko, kan du sjå i mappa for søppelpost.
ask-again = Be om ei ny lenkje

link-heading = Logg inn med lenkja
link-what = Lenkja er laga for { $address }. Trykk på knappen for å bruke ho. Ho verkar berre éin gong.
link-yes = Logg inn

form-open = Kladden finst berre i denne nettlesaren
form-open-what = Skriv ferdig og send inn herfrå. Loggar du inn, loggar du ut eller er du borte lenge, mistar du kladden.
form-about-must-open = Du treng ikkje oppgi e-postadresse eller organisasjonsnummer. Namnet på organisasjonen fyller du berre ut viss du svarer for ein.
form-email-help-open = Du kan la feltet stå tomt. Med e-postadresse får du ei kvittering og kan finne innspelet att seinare. Adressa blir ikkje publisert.
form-name-help-shared = De er fleire som skriv. Den som sender inn, står med namnet sitt på kvitteringa.
form-together = Skriv saman med kollegaer
form-together-who = Sjå kven som skriv her
form-discard-shared = Han blir også borte for kollegaene dine.
conflict-what-colleague = { $name } lagra kladden { $moment }. Det du har skrive her, er ikkje lagra. Felta som er ulike, viser begge tekstane.

check-shared = De er fleire som har skrive
check-shared-what = Éin sender inn for alle. Sender du inn, står namnet ditt på kvitteringa, og dei andre finn innspelet under Mine innspel.
check-no-address = Du har ikkje oppgitt e-postadresse
check-no-address-what = Då får du inga kvittering på e-post, og du finn berre innspelet att i denne nettlesaren. Skriv ut eller lagre kvitteringa.

receipt-keep = Ta vare på kvitteringa
receipt-keep-browser = Du kan berre sjå, endre og trekkje tilbake innspelet frå denne nettlesaren, så lenge du ikkje loggar inn eller ut. Skriv ut sida, eller lagre ho.
receipt-keep-address = I ein annan nettlesar må du be om ei lenkje på e-post for å sjå, endre eller trekkje tilbake innspelet.
receipt-colleagues = Skrive saman med:
receipt-colleague-reads = Innspelet vart sendt inn av { $name }. Du kan lese det, men ikkje endre det eller trekkje det tilbake.
mine-draft-shared = De er fleire som skriv, på vegner av { $organisation }.

together-heading = Skriv saman
together-for = Innspel frå { $organisation }
together-what = Alle som er med, ser og kan endre heile kladden. Det blir eitt innspel, og éin av dykk sender det inn.
together-made = Her er lenkja
together-made-what = Kopier lenkja og send ho til éin kollega. Ho verkar éin gong, i ei veke. Vi viser ho berre no.
together-full = Du kan invitere inntil { $limit } kollegaer. Ta bort ein av dei, eller trekk tilbake ei lenkje, før du inviterer fleire.
together-who = Kven som skriv
together-you = (deg)
together-owner = Byrja på kladden
together-remove = Ta bort
together-leave = Slutt å vere med
together-invite = Inviter ein kollega
together-invite-what = Du får ei lenkje som du sender til kollegaen. Kollegaen må sjølv logge inn slik høyringa krev.
together-name-help = Dei andre som skriv, ser namnet. Det står på kvitteringa viss du sender inn.
together-invite-yes = Lag ei lenkje
together-open = Lenkjer som ikkje er brukte
together-until = Verkar til { $moment }
together-revoke = Trekk tilbake
together-after = Når innspelet er sendt
together-may-change = Alle som er med, kan endre innspelet og trekkje det tilbake, ikkje berre den som sende det
together-save = Lagre valet
together-back = Til kladden

invitation-heading = Bli med og skriv
invitation-what = { $name } har invitert deg til å skrive innspel saman på vegner av { $organisation }.
invitation-then = Du får sjå og endre heile kladden, og dei andre ser namnet ditt.
invitation-first = Først må vi vite at det er deg.
invitation-yes = Bli med

manage-way = Kven som kan svare
manage-way-id-porten = Dei som loggar inn med ID-porten.
manage-way-e-mail = Dei som får ei lenkje på e-post, og dei som loggar inn med ID-porten.
manage-way-open = Alle, utan å logge inn.
letter-kind-login-link = Lenkje for å logge inn

letter-on-behalf-of = På vegner av: { $organisation }
letter-sent-by = Sendt inn av: { $name }
letter-subject-login-link = Lenkje for å logge inn
letter-login-link-opening = Her er lenkja du bad om, til høyringa «{ $title }»:
letter-login-link-how = Opne lenkja og trykk «Logg inn». Ho verkar éin gong, i éin time. Ikkje send ho vidare: Den som har lenkja, kan svare i ditt namn.
letter-login-link-not-you = Har du ikkje bede om noka lenkje, kan du slette denne e-posten. Då skjer det ingenting.
