# What people subscribe to: the feed, the calendar, and a letter when a round opens.

feed-title = Høringer fra { $owner }
feed-subtitle = Nye høringer, og endringer i dem.
calendar-title = Høringsfrist: { $title }

follow-calendar = Legg fristen i kalenderen
follow-menu = Varsel om nye høringer

subscribe-heading = Få varsel om nye høringer
subscribe-what = Du får en e-post når en høring åpner for innspill. Du kan stoppe når du vil, med lenken i hver e-post.
subscribe-help = Vi bruker adressen bare til å varsle deg. Den er kryptert i databasen.
subscribe-yes = Varsle meg
subscribe-sent = Se etter e-post fra oss
subscribe-sent-what = Du får snart en e-post fra oss, hvis vi ikke varsler deg allerede. Åpne lenken i den for å si ja. Kommer det ikke noe, kan du se i mappen for søppelpost.
subscribe-other = Andre måter å følge med på
subscribe-feed = Nyhetsstrøm (Atom)
subscribe-feed-what = For deg som bruker en nyhetsleser.
subscribe-calendar-what = På siden til hver høring kan du legge fristen i kalenderen din.
subscribe-data = Åpne data (OpenAPI)
subscribe-data-what = Høringene og dokumentene i et fast format, for programmer.

subscription-heading = Varsel om nye høringer
subscription-confirm = Vil du få en e-post til { $address } når en høring åpner for innspill?
subscription-confirm-yes = Ja, varsle meg
subscription-confirm-no = Nei, slett adressen
subscription-on = { $address } får en e-post når en høring åpner for innspill.
subscription-confirmed = Takk. Nå varsler vi deg når en høring åpner.
subscription-stop = Stopp varslene
subscription-off = Du får ikke lenger varsel om nye høringer. Vi har slettet adressen din.
subscription-gone = Lenken virker ikke. Varslene er stoppet, eller du ventet mer enn en uke med å si ja.
subscription-again = Be om varsel på nytt

letter-kind-subscription-link = Bekreft varsel
letter-kind-round-opened = Varsel om ny høring
letter-subject-subscription-link = Vil du få varsel om nye høringer?
letter-subscription-link-opening = Noen har bedt om at vi varsler denne adressen når { $owner } åpner en høring for innspill. Er det deg, kan du åpne lenken og si ja:
letter-subscription-link-not-you = Er det ikke deg, kan du la være å gjøre noe. Da sletter vi adressen etter en uke.
letter-subject-round-opened = Ny høring: { $title }
letter-round-opened-opening = { $owner } har åpnet en høring for innspill:
letter-round-opened-read = Les mer og svar:
letter-round-opened-stop = Vil du ikke ha flere varsler? Åpne lenken og trykk «Stopp varslene»:

event-subscription-asked = Varsel om nye høringer ble bestilt
event-subscription-confirmed = Varsel om nye høringer ble bekreftet
event-subscription-ended = Varsel om nye høringer ble stoppet
event-subscribers-told = De som vil ha varsel, ble varslet om en ny høring

privacy-kept-subscription = E-postadressen til den som vil ha varsel om nye høringer, ligger kryptert til du stopper varslene. Sier du ikke ja i e-posten fra oss, blir den slettet etter en uke.
