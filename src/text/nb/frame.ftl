# The frame of every page.

page-title = { $title } – Innspill – { $owner }
skip-to-content = Hopp til hovedinnhold
test-banner = Dette er en prøve med oppdiktede personer. Ingenting du sender inn her, går til kommunen.
service = Innspill
service-staff = Innspill for saksbehandlere
log-in = Logg inn
logged-in = Innlogget
log-out = Logg ut
languages = Språk
menu = Meny
menu-mine = Mine innspill
menu-staff = Saksbehandling
menu-rounds = Høringer
menu-letters = E-poster
footer-phone = Telefon { $phone }
footer-about = Om tjenesten
footer-privacy = Personvern
footer-accessibility = Tilgjengelighet
breadcrumbs = Du er her
pagination = Sider
pagination-page = Side
pagination-previous = Forrige
pagination-next = Neste
error-summary = { $count ->
    [one] Du må rette opp en feil før du kan gå videre
   *[other] Du må rette opp { $count } feil før du kan gå videre
}
