# How questions of every kind are asked and counted.

agreement-1 = Heilt ueinig
agreement-2 = Delvis ueinig
agreement-3 = Verken einig eller ueinig
agreement-4 = Delvis einig
agreement-5 = Heilt einig

question-required = Må svarast på
question-several-help = Du kan velje fleire.
question-no-answer = Ikkje svar på spørsmålet
question-stranger = Dette svaret passar ikkje lenger til spørsmålet, og blir borte når du lagrar. Vel på nytt.

mistake-answer-missing = Svar på spørsmål { $number }
mistake-choice-unknown = Svaret på spørsmål { $number } er ikkje eit av alternativa. Vel på nytt.
mistake-choice-too-many = Vel berre eitt svar på spørsmål { $number }

choices-caption = Svara fordelte på alternativa
choices-option = Alternativ
choices-count = Svar
choices-share = Del
choices-percent = { $share } %
choices-several = Fleire val er moglege, så delane kan bli meir enn 100 % til saman.
choices-stranger = { $words } (ikkje lenger eit alternativ)

sheet-required = Må svarast på.
sheet-choose-one = Set eitt kryss.
sheet-choose-several = Set eitt eller fleire kryss.
sheet-how-required = Du må svare på spørsmåla som er merkte «Må svarast på». Dei andre kan du hoppe over.
