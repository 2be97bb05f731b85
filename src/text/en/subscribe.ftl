# What people subscribe to: the feed, the calendar, and a letter when a round opens.

feed-title = Consultations from { $owner }
feed-subtitle = New consultations, and changes to them.
calendar-title = Consultation deadline: { $title }

follow-calendar = Add the deadline to your calendar
follow-menu = Notice of new consultations

subscribe-heading = Be told of new consultations
subscribe-what = You get an e-mail when a consultation opens for input. You can stop whenever you like, with the link in each e-mail.
subscribe-help = We use the address only to notify you. It is encrypted in the database.
subscribe-yes = Notify me
subscribe-sent = Look for an e-mail from us
subscribe-sent-what = You will soon get an e-mail from us, unless we notify you already. Open the link in it to say yes. If nothing comes, look in the spam folder.
subscribe-other = Other ways to follow
subscribe-feed = News feed (Atom)
subscribe-feed-what = For those who use a feed reader.
subscribe-calendar-what = On the page of each consultation you can add its deadline to your calendar.
subscribe-data = Open data (OpenAPI)
subscribe-data-what = The consultations and their documents in a fixed format, for programs.

subscription-heading = Notice of new consultations
subscription-confirm = Do you want an e-mail to { $address } when a consultation opens for input?
subscription-confirm-yes = Yes, notify me
subscription-confirm-no = No, delete the address
subscription-on = { $address } gets an e-mail when a consultation opens for input.
subscription-confirmed = Thank you. We will notify you when a consultation opens.
subscription-stop = Stop the notices
subscription-off = You no longer get notice of new consultations. We have deleted your address.
subscription-gone = The link does not work. The notices have been stopped, or more than a week went by before you said yes.
subscription-again = Ask for notices again

letter-kind-subscription-link = Confirm notices
letter-kind-round-opened = Notice of a new consultation
letter-subject-subscription-link = Do you want notice of new consultations?
letter-subscription-link-opening = Someone has asked us to notify this address when { $owner } opens a consultation for input. If that was you, open the link and say yes:
letter-subscription-link-not-you = If it was not you, you need not do anything. We then delete the address after a week.
letter-subject-round-opened = New consultation: { $title }
letter-round-opened-opening = { $owner } has opened a consultation for input:
letter-round-opened-read = Read more and answer:
letter-round-opened-stop = Do you want no more notices? Open the link and press “Stop the notices”:

event-subscription-asked = Notice of new consultations was asked for
event-subscription-confirmed = Notice of new consultations was confirmed
event-subscription-ended = Notice of new consultations was stopped
event-subscribers-told = Those who want notice were told of a new consultation

privacy-kept-subscription = The e-mail address of someone who wants notice of new consultations is kept, encrypted, until you stop the notices. If you do not say yes in the e-mail from us, it is deleted after a week.
