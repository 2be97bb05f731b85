# The form as a file: to fill in on a computer, or on paper.

sheet-kind = Innspelsskjema
sheet-file = innspelsskjema
sheet-how = Slik svarar du
sheet-how-any = Svar på eitt eller fleire spørsmål. Du treng ikkje svare på alle.
sheet-how-type = Klikk i felta og skriv. Dei veks med teksten.
sheet-how-upload = Lagre fila når du er ferdig. Gå til { $url }, logg inn med ID-porten og last opp fila. Du får sjå over svara før du sender inn.
sheet-how-upload-e-mail = Lagre fila når du er ferdig. Gå til { $url }, be om ei lenkje på e-post og last opp fila. Du får sjå over svara før du sender inn.
sheet-how-upload-open = Lagre fila når du er ferdig. Gå til { $url } og last opp fila. Du får sjå over svara før du sender inn.
sheet-how-or-paper = Du kan òg skrive ut skjemaet, fylle det ut for hand og sende det til { $contact }.
sheet-how-paper = Fyll ut skjemaet for hand, og send det til { $contact }.
sheet-how-post = Postadressa er { $address }. Merk konvolutten med saksnummeret: { $case }.
sheet-how-web = Vil du heller svare på datamaskin eller mobil? Gå til { $url }.
sheet-more = Meir plass
sheet-more-what = Skriv nummeret på spørsmålet framfor. Treng du endå meir plass, kan du bruke eigne ark.
sheet-organisation-help = La feltet stå tomt om du svarar for deg sjølv. Elles står namnet på organisasjonen som avsendar i postjournalen.
sheet-no-comment-help = Set du kryss her, treng du ikkje svare på spørsmåla.
sheet-write = Klikk her og skriv
sheet-write-answer = Klikk her og skriv svaret
sheet-thanks = Takk for innspelet.
sheet-page = Side { $page } av { $pages }

round-sheets = Skjema på fil eller papir
round-sheets-what = Du kan fylle ut skjemaet på datamaskina utan å vere på nett (DOCX), eller skrive det ut og fylle det ut for hand (PDF).
round-sheets-what-docx = Du kan fylle ut skjemaet på datamaskina utan å vere på nett.
round-sheets-docx = Skjema { $language }, DOCX
round-sheets-pdf = Skjema { $language }, PDF
round-sheets-hand-in = Last opp det ferdig utfylte skjemaet
round-sheets-paper = Eit skjema på papir sender du til adressa som står i det.
round-sheets-later = Du kan levere skjemaet når høyringa opnar.
