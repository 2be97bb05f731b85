# The frame of every page.

page-title = { $title } – Innspill – { $owner }
skip-to-content = Skip to main content
test-banner = This is a trial with invented people. Nothing you send here reaches the municipality.
service = Innspill: your input
service-staff = Innspill for case officers
log-in = Log in
logged-in = Logged in
log-out = Log out
languages = Language
menu = Menu
menu-mine = My input
menu-staff = Case handling
menu-rounds = Consultations
menu-letters = E-mails
footer-phone = Telephone { $phone }
footer-about = About the service
footer-privacy = Privacy
footer-accessibility = Accessibility
breadcrumbs = You are here
pagination = Pages
pagination-page = Page
pagination-previous = Previous
pagination-next = Next
error-summary = { $count ->
    [one] You must correct one mistake before you can go on
   *[other] You must correct { $count } mistakes before you can go on
}
