# The log of all that has been done, and what stands in it.

menu-log = Logg
log-heading = Logg
log-what = Her står alt som er gjort i tenesta, med det nyaste først. Ingen kan endre eller slette linjene, og det blir notert at du les dei.
log-from = Frå og med
log-until = Til og med
log-event = Kva skjedde?
log-who = Kven?
log-staff = Brukar-id til ein tilsett
log-subject = Kva gjeld det?
log-when = Når?
log-filter = Vis
log-show-all = Vis heile loggen
log-none = Ingen linjer passar til det du spør etter.
log-newest = Nyaste
log-newer = Nyare
log-older = Eldre
log-download = Last ned linjene (CSV)
log-mistake-date = Skriv ein dato som finst
log-mistake-order = Den siste dagen er før den første

readers = Lese av
readers-none = Ingen tilsette har opna dette innspelet før deg.
readers-times = { $times ->
    [one] (éin gong)
   *[other] ({ $times } gonger)
}
readers-log = Sjå alt som er notert om innspelet
readers-others = Innspelet kan òg vere lese spørsmål for spørsmål eller i ein eksport.
readers-log-round = Sjå alt som er notert om høyringa

actor-citizen = Innbyggjar
actor-command-line = Kommandolinja
actor-worker = Tenesta sjølv
actor-provider = Innlogginga { $name }
actor-reader = lesar
actor-case-officer = saksbehandlar
actor-administrator = administrator

event-round-imported = Høyring lagd inn
event-round-opened = Høyring opna
event-round-extended = Frist utsett
event-round-closed = Høyring avslutta
event-round-reopened = Høyring opna igjen
event-document-added = Dokument lagt til
event-document-changed = Opplysningar om dokument endra
event-document-moved = Dokument flytta i rekkjefølgja
event-document-replaced = Dokument bytt ut
event-document-removed = Dokument fjerna
event-draft-begun = Kladd påbyrja
event-draft-discarded = Kladd sletta
event-login-link-asked = Innloggingslenkje tinga på e-post
event-login-link-used = Innloggingslenkje frå e-post brukt
event-invitation-made = Invitasjon til utkast laga
event-invitation-revoked = Invitasjon til utkast trekt tilbake
event-draft-joined = Medforfattar kom med på utkast
event-draft-left = Medforfattar gjekk ut av utkast
event-draft-sharing-changed = Endra kven som kan endre delt innspel
event-submission-received = Innspel motteke
event-submission-repeated = Innspel sendt to gonger, motteke éin gong
event-submission-changed = Innspel endra
event-submission-withdrawn = Innspel trekt tilbake
event-submissions-imported = Innspel registrerte frå fil
event-submissions-exported = Innspel eksporterte
event-staff-logged-in = Tilsett logga inn
event-sessions-ended = Innloggingar avslutta av innloggingstenesta
event-staff-granted = Rolle gitt
event-staff-revoked = Rolle teken bort
event-staff-link-printed = Eingongslenkje til ein administrator laga
event-staff-link-used = Eingongslenkje til ein administrator brukt
event-letter-sent = E-post send
event-letter-failed = E-post gitt opp
event-letter-requeued = E-post lagd i køen igjen
event-file-cleared = Fil skanna, ikkje noko funne
event-file-stopped = Fil stoppa, skadeleg innhald
event-file-not-scanned = Fil kunne ikkje skannast
event-files-requeued = Filer lagde i kø for ny skanning
event-file-deleted = Stoppa fil sletta
event-keys-resealed = Felt forsegla med ny nøkkel
event-records-removed = Opplysningar sletta etter fristane
event-contacts-forgotten = E-postadresser sletta på oppmoding frå avsendaren
event-submission-read = Innspel lese
event-answers-read = Svar på eitt spørsmål lesne
event-log-read = Logg lesen
event-log-exported = Logg lasta ned
