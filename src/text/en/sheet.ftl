# The form as a file: to fill in on a computer, or on paper.

sheet-kind = Input form
sheet-file = input-form
sheet-how = How to answer
sheet-how-any = Answer one or more of the questions. You do not have to answer all of them.
sheet-how-type = Click in the fields and write. They grow with the text.
sheet-how-upload = Save the file when you have finished. Go to { $url }, log in with ID-porten and upload the file. You can check your answers before you send them.
sheet-how-upload-e-mail = Save the file when you have finished. Go to { $url }, ask for a link by e-mail and upload the file. You can check your answers before you send them.
sheet-how-upload-open = Save the file when you have finished. Go to { $url } and upload the file. You can check your answers before you send them.
sheet-how-or-paper = You can also print the form, fill it in by hand and send it to { $contact }.
sheet-how-paper = Fill in the form by hand, and send it to { $contact }.
sheet-how-post = The postal address is { $address }. Write the case number on the envelope: { $case }.
sheet-how-web = Would you rather answer on a computer or a phone? Go to { $url }.
sheet-more = More room
sheet-more-what = Write the number of the question in front. If you need even more room, you can use sheets of your own.
sheet-organisation-help = Leave this empty if you answer for yourself. Otherwise the name of the organisation is shown as the sender in the public records.
sheet-no-comment-help = If you tick this box, you do not have to answer the questions.
sheet-write = Click here and write
sheet-write-answer = Click here and write your answer
sheet-thanks = Thank you for your input.
sheet-page = Page { $page } of { $pages }

round-sheets = The form as a file or on paper
round-sheets-what = You can fill in the form on your computer without being online (DOCX), or print it and fill it in by hand (PDF).
round-sheets-what-docx = You can fill in the form on your computer without being online.
round-sheets-docx = Form { $language }, DOCX
round-sheets-pdf = Form { $language }, PDF
round-sheets-hand-in = Upload the completed form
round-sheets-paper = Send a paper form to the address that stands in it.
round-sheets-later = You can hand in the form when the consultation opens.
