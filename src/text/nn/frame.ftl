# The frame of every page.

page-title = { $title } – Innspel – { $owner }
skip-to-content = Hopp til hovudinnhald
test-banner = Dette er ei prøve med oppdikta personar. Ingenting du sender inn her, går til kommunen.
service = Innspel
service-staff = Innspel for saksbehandlarar
log-in = Logg inn
logged-in = Innlogga
log-out = Logg ut
languages = Språk
menu = Meny
menu-mine = Mine innspel
menu-staff = Saksbehandling
menu-rounds = Høyringar
menu-letters = E-postar
footer-phone = Telefon { $phone }
footer-about = Om tenesta
footer-privacy = Personvern
footer-accessibility = Tilgjenge
breadcrumbs = Du er her
pagination = Sider
pagination-page = Side
pagination-previous = Førre
pagination-next = Neste
error-summary = { $count ->
    [one] Du må rette opp ein feil før du kan gå vidare
   *[other] Du må rette opp { $count } feil før du kan gå vidare
}
