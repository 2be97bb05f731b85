# What people subscribe to: the feed, the calendar, and a letter when a round opens.

feed-title = Høyringar frå { $owner }
feed-subtitle = Nye høyringar, og endringar i dei.
calendar-title = Høyringsfrist: { $title }

follow-calendar = Legg fristen i kalenderen
follow-menu = Varsel om nye høyringar

subscribe-heading = Få varsel om nye høyringar
subscribe-what = Du får ein e-post når ei høyring opnar for innspel. Du kan stoppe når du vil, med lenkja i kvar e-post.
subscribe-help = Vi bruker adressa berre til å varsle deg. Ho er kryptert i databasen.
subscribe-yes = Varsle meg
subscribe-sent = Sjå etter e-post frå oss
subscribe-sent-what = Du får snart ein e-post frå oss, dersom vi ikkje varslar deg alt. Opne lenkja i han for å seie ja. Kjem det ikkje noko, kan du sjå i mappa for søppelpost.
subscribe-other = Andre måtar å følgje med på
subscribe-feed = Nyheitsstraum (Atom)
subscribe-feed-what = For deg som bruker ein nyheitslesar.
subscribe-calendar-what = På sida til kvar høyring kan du leggje fristen i kalenderen din.
subscribe-data = Opne data (OpenAPI)
subscribe-data-what = Høyringane og dokumenta i eit fast format, for program.

subscription-heading = Varsel om nye høyringar
subscription-confirm = Vil du få ein e-post til { $address } når ei høyring opnar for innspel?
subscription-confirm-yes = Ja, varsle meg
subscription-confirm-no = Nei, slett adressa
subscription-on = { $address } får ein e-post når ei høyring opnar for innspel.
subscription-confirmed = Takk. No varslar vi deg når ei høyring opnar.
subscription-stop = Stopp varsla
subscription-off = Du får ikkje lenger varsel om nye høyringar. Vi har sletta adressa di.
subscription-gone = Lenkja verkar ikkje. Varsla er stoppa, eller du venta meir enn ei veke med å seie ja.
subscription-again = Be om varsel på nytt

letter-kind-subscription-link = Stadfest varsel
letter-kind-round-opened = Varsel om ny høyring
letter-subject-subscription-link = Vil du få varsel om nye høyringar?
letter-subscription-link-opening = Nokon har bede om at vi varslar denne adressa når { $owner } opnar ei høyring for innspel. Er det deg, kan du opne lenkja og seie ja:
letter-subscription-link-not-you = Er det ikkje deg, kan du la vere å gjere noko. Då slettar vi adressa etter ei veke.
letter-subject-round-opened = Ny høyring: { $title }
letter-round-opened-opening = { $owner } har opna ei høyring for innspel:
letter-round-opened-read = Les meir og svar:
letter-round-opened-stop = Vil du ikkje ha fleire varsel? Opne lenkja og trykk «Stopp varsla»:

event-subscription-asked = Varsel om nye høyringar vart tinga
event-subscription-confirmed = Varsel om nye høyringar vart stadfesta
event-subscription-ended = Varsel om nye høyringar vart stoppa
event-subscribers-told = Dei som vil ha varsel, vart varsla om ei ny høyring

privacy-kept-subscription = E-postadressa til den som vil ha varsel om nye høyringar, ligg kryptert til du stoppar varsla. Seier du ikkje ja i e-posten frå oss, blir ho sletta etter ei veke.
