# How questions of every kind are asked and counted.

agreement-1 = Helt uenig
agreement-2 = Delvis uenig
agreement-3 = Verken enig eller uenig
agreement-4 = Delvis enig
agreement-5 = Helt enig

question-required = Må besvares
question-several-help = Du kan velge flere.
question-no-answer = Ikke svar på spørsmålet
question-stranger = Dette svaret passer ikke lenger til spørsmålet, og blir borte når du lagrer. Velg på nytt.

mistake-answer-missing = Svar på spørsmål { $number }
mistake-choice-unknown = Svaret på spørsmål { $number } er ikke et av alternativene. Velg på nytt.
mistake-choice-too-many = Velg bare ett svar på spørsmål { $number }

choices-caption = Svarene fordelt på alternativene
choices-option = Alternativ
choices-count = Svar
choices-share = Andel
choices-percent = { $share } %
choices-several = Flere valg er mulige, så andelene kan bli mer enn 100 % til sammen.
choices-stranger = { $words } (ikke lenger et alternativ)

sheet-required = Må besvares.
sheet-choose-one = Sett ett kryss.
sheet-choose-several = Sett ett eller flere kryss.
sheet-how-required = Du må svare på spørsmålene som er merket «Må besvares». De andre kan du hoppe over.
