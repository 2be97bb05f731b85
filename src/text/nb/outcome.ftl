# What came of a round, and what else may be done with one.

form-wants-outcome = Send meg e-post når det er klart hva som er bestemt

respondent-outcome = Resultatet
respondent-wants-outcome = Får e-post når det er klart hva som er bestemt

round-outcome = Les resultatet
round-archived = Høringen er arkivert
round-archived-what = Alt står som da høringen ble avsluttet, men den vises ikke lenger i listene.
round-corrections = Rettelser

outcome-heading = Resultat
outcome-title = Resultat: { $round }
outcome-preview = Bare ansatte ser denne siden
outcome-preview-what = Resultatet er ikke offentliggjort ennå.
outcome-decided-on = Dato for vedtaket
outcome-decided-by = Vedtatt av
outcome-published = Offentliggjort
outcome-changed = Sist endret
outcome-decision = Hva ble bestemt?
outcome-next = Hva skjer videre?
outcome-revision = Når ser vi på saken igjen?
outcome-round = Se hele høringen
outcome-closed = avsluttet { $date }

room-outcome = Resultat

outcome-what = Skriv hva som ble bestemt, og hva som skjer videre. Du kan lagre underveis, selv om noe mangler. Ingen andre enn ansatte ser det før du offentliggjør det.
outcome-what-public = Resultatet er offentlig. Det du lagrer her, kan alle lese med en gang.
outcome-saved = Resultatet er lagret.
outcome-is-published = Resultatet er offentliggjort. De som har bedt om det, får e-post.
outcome-last-saved = Sist lagret { $moment } av { $who }.
outcome-see = Se siden
outcome-see-preview = Se hvordan siden blir
outcome-stored = Dette har { $who } lagret i mellomtiden
outcome-markdown = Tom linje gir nytt avsnitt. Du kan bruke Markdown: **fet**, lister med bindestrek og [lenke](https://…).
outcome-decision-nb = Vedtaket på bokmål
outcome-decision-nn = Vedtaket på nynorsk
outcome-decision-en = Vedtaket på engelsk (valgfritt)
outcome-decided-by-nb = Hvem vedtok det? På bokmål (valgfritt)
outcome-decided-by-nn = Hvem vedtok det? På nynorsk (valgfritt)
outcome-decided-by-en = Hvem vedtok det? På engelsk (valgfritt)
outcome-next-nb = Hva skjer videre? På bokmål
outcome-next-nn = Hva skjer videre? På nynorsk
outcome-next-en = Hva skjer videre? På engelsk (valgfritt)
outcome-revision-what = For eksempel når planen skal rulleres. La feltene stå tomme hvis det ikke er bestemt.
outcome-revision-nb = På bokmål (valgfritt)
outcome-revision-nn = På nynorsk (valgfritt)
outcome-revision-en = På engelsk (valgfritt)
outcome-papers-none = Høringen har ingen dokumenter av typen vedtak. Slike dokumenter vises på siden med resultatet.
outcome-papers-add = Legg til eller endre dokumenter
outcome-publish-what = Når du offentliggjør resultatet, kan alle lese det, og de som har svart og bedt om det, får e-post. Det kan ikke angres, men teksten kan endres.
outcome-not-yet = Resultatet kan offentliggjøres når fristen har gått ut.
outcome-publish = Offentliggjør resultatet
outcome-save = Lagre
outcome-save-public = Lagre endringene
outcome-mistake-date = Skriv en dato som finnes
outcome-mistake-only-other = Skriv dette på bokmål også
outcome-mistake-decision-nb = Skriv hva som ble bestemt, på bokmål
outcome-mistake-decision-nn = Skriv hva som ble bestemt, på nynorsk
outcome-mistake-decided-on = Velg datoen for vedtaket
outcome-mistake-case-number = Skriv saksnummeret
outcome-mistake-next-nb = Skriv hva som skjer videre, på bokmål
outcome-mistake-next-nn = Skriv hva som skjer videre, på nynorsk
outcome-mistake-changed = Noen andre har lagret i mellomtiden. Det du skrev, står her fremdeles. Lagrer du nå, erstatter det teksten til den andre.

manage-correct = Kunngjør en rettelse
manage-correct-what = Skriv hva som er rettet. Det vises på siden til høringen, og de som har en kladd, får e-post.
manage-correct-yes = Kunngjør rettelsen
manage-corrected-nb = Hva er rettet? På bokmål
manage-corrected-nn = Hva er rettet? På nynorsk (valgfritt)
manage-corrected-en = Hva er rettet? På engelsk (valgfritt)
manage-conclude = Resultatet
manage-conclude-what = Når saken er avgjort, skriver du hva som ble bestemt, og offentliggjør det.
manage-conclude-go = Skriv resultatet
manage-concluded-what = Resultatet er offentliggjort.
manage-concluded-go = Endre resultatet
manage-archive = Arkiver høringen
manage-archive-what = Høringen kan leses som før, men vises ikke lenger i listene. Ingenting blir slettet, og du kan hente den fram igjen.
manage-archive-yes = Arkiver høringen
manage-unarchive = Hent høringen fram fra arkivet
manage-unarchive-what = Høringen blir vist i listene igjen.
manage-unarchive-yes = Hent fram høringen
manage-mailings = Varsler på e-post
manage-mistake-not-public = Høringen er ikke publisert
manage-mistake-not-over = Fristen har ikke gått ut. Avslutt høringen først.
manage-mistake-already-concluded = Resultatet er alt offentliggjort
manage-mistake-outcome-missing = Skriv resultatet først
manage-mistake-is-archived = Høringen er arkivert. Hent den fram først.
manage-mistake-not-archived = Høringen er ikke arkivert

mailing-extended = Fristen er utsatt.
mailing-closed = Høringen er avsluttet.
mailing-reopened = Høringen er åpnet igjen.
mailing-corrected = Rettelse.
mailing-concluded = Resultatet er klart.
mailing-to-drafts = dem som har en kladd
mailing-to-respondents = dem som har svart og vil vite resultatet
mailing-done = { $letters ->
    [0] Ingen e-poster til { $audience }.
    [one] 1 e-post til { $audience }.
   *[other] { $letters } e-poster til { $audience }.
}
mailing-under-way = { $letters } e-poster til { $audience } så langt, og flere er på vei.
