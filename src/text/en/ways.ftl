# The ways in, and writing together.

round-how-e-mail = { $questions ->
    [one] You get a link by e-mail and answer one question. You can save as you go and send later.
   *[other] You get a link by e-mail and answer up to { $questions } questions. You can save as you go and send later.
}
round-how-open = { $questions ->
    [one] You answer one question without logging in. You must write and send in the same browser.
   *[other] You answer up to { $questions } questions without logging in. You must write and send in the same browser.
}
round-continue-shared = Continue the input for { $organisation }

way-go-id-porten = Log in with ID-porten
way-go-e-mail = Send me a link
way-go-open = Start answering

message-way-id-porten = You must log in with ID-porten
message-way-id-porten-what = In this consultation everyone who answers must log in with ID-porten.
message-way-e-mail = You must use a link from an e-mail
message-way-e-mail-what = In this consultation everyone who answers gets a link by e-mail.
message-way-open = We do not recognise your browser
message-way-open-what = Too much time has passed, or you have changed browser. Keep what you had written, and start again.
message-link-spent = The link no longer works
message-link-spent-what = A link works only once, and only for a short time. Ask for a new one where you got it.
message-only-read = Only the sender can change the input
message-only-read-what = You helped to write input { $reference }. You can read it, but not change or withdraw it.
message-changed-meanwhile = A colleague has changed the input
message-changed-meanwhile-what = Input { $reference } was changed after you began. Your draft is saved, but not sent. See what is new, keep what you want to include, delete the draft and start again.

start-heading = Answer without logging in
start-what = In this consultation everyone can answer without logging in. You do not have to give an e-mail address.
start-keep = Keep the receipt
start-keep-what = Your draft exists only in this browser, and only until you log in, log out or have been away for long. The same goes for the input you send. If you give an e-mail address, you can ask for a link and find your input again later.
start-came-back = Have you sent input from another browser?

ask-heading = Get a link by e-mail
ask-what = In this consultation you log in with a link that we send to your e-mail address. The link works once, for one hour.
ask-what-open = If you gave an e-mail address when you sent your input, we can send you a link to it. The link works once, for one hour.
ask-draft-open = If you have started a draft in this browser, you must send it before you use the link.
ask-help = We use the address to send the link and the receipt. It is not published.
ask-or-log-in = Log in with ID-porten instead
ask-sent = Look for an e-mail from us
ask-sent-what = If the address is right, you will soon get an e-mail with a link. The link works once, for one hour.
ask-sent-open = You only get an e-mail if you gave this address when you sent your input.
ask-sent-nothing = If nothing arrives, look in your folder for spam.
ask-again = Ask for a new link

link-heading = Log in with the link
link-what = The link was made for { $address }. Press the button to use it. It works only once.
link-yes = Log in

form-open = Your draft exists only in this browser
form-open-what = Finish writing and send from here. If you log in, log out or are away for long, you lose the draft.
form-about-must-open = You do not have to give an e-mail address or an organisation number. Fill in the organisation’s name only if you answer for one.
form-email-help-open = You can leave this empty. With an e-mail address you get a receipt and can find your input again later. The address is not published.
form-name-help-shared = Several of you are writing. The one who sends stands on the receipt with their name.
form-together = Write together with colleagues
form-together-who = See who is writing here
form-discard-shared = It will be gone for your colleagues as well.
conflict-what-colleague = { $name } saved the draft { $moment }. What you have written here is not saved. The fields that differ show both texts.

check-shared = Several of you have been writing
check-shared-what = One sends for all. If you send, your name stands on the receipt, and the others find the input under My input.
check-no-address = You have not given an e-mail address
check-no-address-what = You will get no receipt by e-mail, and you find your input again in this browser only. Print or save the receipt.

receipt-keep = Keep the receipt
receipt-keep-browser = You can see, change and withdraw your input from this browser only, as long as you do not log in or out. Print this page, or save it.
receipt-keep-address = In another browser you must ask for a link by e-mail to see, change or withdraw your input.
receipt-colleagues = Written together with:
receipt-colleague-reads = The input was sent by { $name }. You can read it, but not change or withdraw it.
mine-draft-shared = Several of you are writing, on behalf of { $organisation }.

together-heading = Write together
together-for = Input from { $organisation }
together-what = Everyone who takes part sees and can change the whole draft. It becomes one input, and one of you sends it.
together-made = Here is the link
together-made-what = Copy the link and send it to one colleague. It works once, for a week. We show it only now.
together-full = You can invite up to { $limit } colleagues. Remove one of them, or take back a link, before you invite more.
together-who = Who is writing
together-you = (you)
together-owner = Started the draft
together-remove = Remove
together-leave = Stop taking part
together-invite = Invite a colleague
together-invite-what = You get a link to send to your colleague. Your colleague must log in as this consultation requires.
together-name-help = The others who write see your name. It stands on the receipt if you send.
together-invite-yes = Make a link
together-open = Links that have not been used
together-until = Works until { $moment }
together-revoke = Take back
together-after = When the input has been sent
together-may-change = Everyone who takes part can change and withdraw the input, not only the one who sent it
together-save = Save this choice
together-back = To the draft

invitation-heading = Join and write
invitation-what = { $name } has invited you to write input together on behalf of { $organisation }.
invitation-then = You can see and change the whole draft, and the others see your name.
invitation-first = First we need to know that it is you.
invitation-yes = Join

manage-way = Who can answer
manage-way-id-porten = Those who log in with ID-porten.
manage-way-e-mail = Those who get a link by e-mail, and those who log in with ID-porten.
manage-way-open = Everyone, without logging in.
letter-kind-login-link = Link to log in

letter-on-behalf-of = On behalf of: { $organisation }
letter-sent-by = Sent by: { $name }
letter-subject-login-link = Link to log in
letter-login-link-opening = Here is the link you asked for, to the consultation “{ $title }”:
letter-login-link-how = Open the link and press “Log in”. It works once, for one hour. Do not pass it on: whoever has the link can answer in your name.
letter-login-link-not-you = If you have not asked for a link, you can delete this e-mail. Nothing will happen.
