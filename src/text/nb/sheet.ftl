# The form as a file: to fill in on a computer, or on paper.

sheet-kind = Innspillskjema
sheet-file = innspillskjema
sheet-how = Slik svarer du
sheet-how-any = Svar på ett eller flere spørsmål. Du trenger ikke svare på alle.
sheet-how-type = Klikk i feltene og skriv. De vokser med teksten.
sheet-how-upload = Lagre filen når du er ferdig. Gå til { $url }, logg inn med ID-porten og last opp filen. Du får se over svarene før du sender inn.
sheet-how-upload-e-mail = Lagre filen når du er ferdig. Gå til { $url }, be om en lenke på e-post og last opp filen. Du får se over svarene før du sender inn.
sheet-how-upload-open = Lagre filen når du er ferdig. Gå til { $url } og last opp filen. Du får se over svarene før du sender inn.
sheet-how-or-paper = Du kan også skrive ut skjemaet, fylle det ut for hånd og sende det til { $contact }.
sheet-how-paper = Fyll ut skjemaet for hånd, og send det til { $contact }.
sheet-how-post = Postadressen er { $address }. Merk konvolutten med saksnummeret: { $case }.
sheet-how-web = Vil du heller svare på datamaskin eller mobil? Gå til { $url }.
sheet-more = Mer plass
sheet-more-what = Skriv nummeret på spørsmålet foran. Trenger du enda mer plass, kan du bruke egne ark.
sheet-organisation-help = La feltet stå tomt hvis du svarer for deg selv. Ellers står navnet på organisasjonen som avsender i postjournalen.
sheet-no-comment-help = Setter du kryss her, trenger du ikke svare på spørsmålene.
sheet-write = Klikk her og skriv
sheet-write-answer = Klikk her og skriv svaret
sheet-thanks = Takk for innspillet.
sheet-page = Side { $page } av { $pages }

round-sheets = Skjema på fil eller papir
round-sheets-what = Du kan fylle ut skjemaet på datamaskinen uten å være på nett (DOCX), eller skrive det ut og fylle det ut for hånd (PDF).
round-sheets-what-docx = Du kan fylle ut skjemaet på datamaskinen uten å være på nett.
round-sheets-docx = Skjema { $language }, DOCX
round-sheets-pdf = Skjema { $language }, PDF
round-sheets-hand-in = Last opp det ferdig utfylte skjemaet
round-sheets-paper = Et skjema på papir sender du til adressen som står i det.
round-sheets-later = Du kan levere skjemaet når høringen åpner.
