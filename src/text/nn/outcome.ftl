# What came of a round, and what else may be done with one.

form-wants-outcome = Send meg e-post når det er klart kva som er bestemt

respondent-outcome = Resultatet
respondent-wants-outcome = Får e-post når det er klart kva som er bestemt

round-outcome = Les resultatet
round-archived = Høyringa er arkivert
round-archived-what = Alt står som då høyringa vart avslutta, men ho er ikkje lenger med i listene.
round-corrections = Rettingar

outcome-heading = Resultat
outcome-title = Resultat: { $round }
outcome-preview = Berre tilsette ser denne sida
outcome-preview-what = Resultatet er ikkje offentleggjort enno.
outcome-decided-on = Dato for vedtaket
outcome-decided-by = Vedteke av
outcome-published = Offentleggjort
outcome-changed = Sist endra
outcome-decision = Kva vart bestemt?
outcome-next = Kva skjer vidare?
outcome-revision = Når ser vi på saka igjen?
outcome-round = Sjå heile høyringa
outcome-closed = avslutta { $date }

room-outcome = Resultat

outcome-what = Skriv kva som vart bestemt, og kva som skjer vidare. Du kan lagre undervegs, sjølv om noko manglar. Ingen andre enn tilsette ser det før du offentleggjer det.
outcome-what-public = Resultatet er offentleg. Det du lagrar her, kan alle lese med ein gong.
outcome-saved = Resultatet er lagra.
outcome-is-published = Resultatet er offentleggjort. Dei som har bede om det, får e-post.
outcome-last-saved = Sist lagra { $moment } av { $who }.
outcome-see = Sjå sida
outcome-see-preview = Sjå korleis sida blir
outcome-stored = Dette har { $who } lagra i mellomtida
outcome-markdown = Tom linje gir nytt avsnitt. Du kan bruke Markdown: **feit**, lister med bindestrek og [lenkje](https://…).
outcome-decision-nb = Vedtaket på bokmål
outcome-decision-nn = Vedtaket på nynorsk
outcome-decision-en = Vedtaket på engelsk (valfritt)
outcome-decided-by-nb = Kven vedtok det? På bokmål (valfritt)
outcome-decided-by-nn = Kven vedtok det? På nynorsk (valfritt)
outcome-decided-by-en = Kven vedtok det? På engelsk (valfritt)
outcome-next-nb = Kva skjer vidare? På bokmål
outcome-next-nn = Kva skjer vidare? På nynorsk
outcome-next-en = Kva skjer vidare? På engelsk (valfritt)
outcome-revision-what = Til dømes når planen skal rullerast. Lat felta stå tomme om det ikkje er bestemt.
outcome-revision-nb = På bokmål (valfritt)
outcome-revision-nn = På nynorsk (valfritt)
outcome-revision-en = På engelsk (valfritt)
outcome-papers-none = Høyringa har ingen dokument av typen vedtak. Slike dokument står på sida med resultatet.
outcome-papers-add = Legg til eller endre dokument
outcome-publish-what = Når du offentleggjer resultatet, kan alle lese det, og dei som har svart og bede om det, får e-post. Det kan ikkje angrast, men teksten kan endrast.
outcome-not-yet = Resultatet kan offentleggjerast når fristen har gått ut.
outcome-publish = Offentleggjer resultatet
outcome-save = Lagre
outcome-save-public = Lagre endringane
outcome-mistake-date = Skriv ein dato som finst
outcome-mistake-only-other = Skriv dette på bokmål òg
outcome-mistake-decision-nb = Skriv kva som vart bestemt, på bokmål
outcome-mistake-decision-nn = Skriv kva som vart bestemt, på nynorsk
outcome-mistake-decided-on = Vel datoen for vedtaket
outcome-mistake-case-number = Skriv saksnummeret
outcome-mistake-next-nb = Skriv kva som skjer vidare, på bokmål
outcome-mistake-next-nn = Skriv kva som skjer vidare, på nynorsk
outcome-mistake-changed = Nokon andre har lagra i mellomtida. Det du skreiv, står her framleis. Lagrar du no, erstattar det teksten til den andre.

manage-correct = Kunngjer ei retting
manage-correct-what = Skriv kva som er retta. Det står på sida til høyringa, og dei som har ein kladd, får e-post.
manage-correct-yes = Kunngjer rettinga
manage-corrected-nb = Kva er retta? På bokmål
manage-corrected-nn = Kva er retta? På nynorsk (valfritt)
manage-corrected-en = Kva er retta? På engelsk (valfritt)
manage-conclude = Resultatet
manage-conclude-what = Når saka er avgjord, skriv du kva som vart bestemt, og offentleggjer det.
manage-conclude-go = Skriv resultatet
manage-concluded-what = Resultatet er offentleggjort.
manage-concluded-go = Endre resultatet
manage-archive = Arkiver høyringa
manage-archive-what = Høyringa kan lesast som før, men står ikkje lenger i listene. Ingenting blir sletta, og du kan hente ho fram att.
manage-archive-yes = Arkiver høyringa
manage-unarchive = Hent høyringa fram frå arkivet
manage-unarchive-what = Høyringa kjem med i listene att.
manage-unarchive-yes = Hent fram høyringa
manage-mailings = Varsel på e-post
manage-mistake-not-public = Høyringa er ikkje publisert
manage-mistake-not-over = Fristen har ikkje gått ut. Avslutt høyringa først.
manage-mistake-already-concluded = Resultatet er alt offentleggjort
manage-mistake-outcome-missing = Skriv resultatet først
manage-mistake-is-archived = Høyringa er arkivert. Hent ho fram først.
manage-mistake-not-archived = Høyringa er ikkje arkivert

mailing-extended = Fristen er utsett.
mailing-closed = Høyringa er avslutta.
mailing-reopened = Høyringa er opna att.
mailing-corrected = Retting.
mailing-concluded = Resultatet er klart.
mailing-to-drafts = dei som har ein kladd
mailing-to-respondents = dei som har svart og vil vite resultatet
mailing-done = { $letters ->
    [0] Ingen e-postar til { $audience }.
    [one] 1 e-post til { $audience }.
   *[other] { $letters } e-postar til { $audience }.
}
mailing-under-way = { $letters } e-postar til { $audience } så langt, og fleire er på veg.
