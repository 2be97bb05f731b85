# Privacy, accessibility, and everything that is kept about a person.

privacy-how-long = How long we keep the data
privacy-kept-submissions = Input that has been sent is kept as a case document, even when it is withdrawn. It is handed over to the municipality's archive.
privacy-kept-drafts = Drafts that were not sent are deleted { $days } days after the consultation has closed. You can delete them yourself at any time.
privacy-kept-drafts-always = Drafts that were not sent stay until you delete them.
privacy-kept-contacts = The e-mail address in your input is deleted { $days } days after the consultation has closed.
privacy-kept-contacts-always = The e-mail address in your input stays with it.
privacy-kept-withdrawn = If you withdraw your input, the address is deleted after { $days } days.
privacy-kept-files = Files that you attach stay with the draft or the input.
privacy-kept-harmful = A file with harmful content is locked away. It is deleted after { $days } days.
privacy-kept-harmful-always = A file with harmful content is locked away, and nobody can open it.
privacy-kept-letters = The recipient and text of an e-mail from us are deleted when it has been sent.
privacy-kept-letters-trace = The fact that it was sent is deleted after { $days } days.
privacy-kept-login = The data about your login is deleted when you log out, or when the login expires. A form that was interrupted because the login expired is kept encrypted for two hours.
privacy-kept-log = The log is not deleted, so that it can always be shown what was done with input.
privacy-more = Read more about privacy in { $owner }
accessibility-declaration = Read the accessibility statement (in Norwegian)

my-data-heading = Data about you
my-data-what = This is what the service has stored about you. The file holds all of it: your input with every version, your drafts, e-mails and logins, and what the log says.
my-data-submissions = Input
my-data-drafts = Drafts
my-data-letters = E-mails
my-data-sessions = Logins
my-data-log = Lines in the log
my-data-download = Download everything (JSON)
my-data-remove = Delete data
my-data-removed = What you chose has been deleted or withdrawn.
my-data-more = Read why we store this, and for how long:
my-data-file = Everything stored about you in the consultation service of { $owner }.

remove-heading = Delete data about you
remove-nothing = There is nothing that you can delete yourself now.
remove-choose = What do you want to delete?
remove-drafts = { $count ->
    [one] My draft. It is deleted at once.
   *[other] My { $count } drafts. They are deleted at once.
}
remove-submissions = My input that can be withdrawn: { $references }
remove-submissions-what = It no longer counts and will not be published. Your e-mail address is deleted from everything you have withdrawn.
remove-shared = Drafts that you write with others are not deleted here. You delete them where you write.
remove-yes = Yes, delete what I have chosen
remove-no = No, keep everything
remove-kept = What we must keep
remove-kept-what = Input that the municipality has received is a case document. The Archives Act says that the municipality shall keep it, even when it is withdrawn. That is why neither you nor we can delete it. The same goes for the lines in the log.
remove-kept-which = Cannot be withdrawn here: { $references }. The consultation has closed, or the input has been withdrawn already.
remove-kept-login = The data about your login is deleted when you log out.
