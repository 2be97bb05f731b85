# The log of all that has been done, and what stands in it.

menu-log = Logg
log-heading = Logg
log-what = Her står alt som er gjort i tjenesten, med det nyeste først. Ingen kan endre eller slette linjene, og det blir notert at du leser dem.
log-from = Fra og med
log-until = Til og med
log-event = Hva skjedde?
log-who = Hvem?
log-staff = Bruker-id til en ansatt
log-subject = Hva gjelder det?
log-when = Når?
log-filter = Vis
log-show-all = Vis hele loggen
log-none = Ingen linjer passer til det du spør etter.
log-newest = Nyeste
log-newer = Nyere
log-older = Eldre
log-download = Last ned linjene (CSV)
log-mistake-date = Skriv en dato som finnes
log-mistake-order = Den siste dagen er før den første

readers = Lest av
readers-none = Ingen ansatte har åpnet dette innspillet før deg.
readers-times = { $times ->
    [one] (én gang)
   *[other] ({ $times } ganger)
}
readers-log = Se alt som er notert om innspillet
readers-others = Innspillet kan også være lest spørsmål for spørsmål eller i en eksport.
readers-log-round = Se alt som er notert om høringen

actor-citizen = Innbygger
actor-command-line = Kommandolinjen
actor-worker = Tjenesten selv
actor-provider = Innloggingen { $name }
actor-reader = leser
actor-case-officer = saksbehandler
actor-administrator = administrator

event-round-imported = Høring lagt inn
event-round-opened = Høring åpnet
event-round-extended = Frist utsatt
event-round-closed = Høring avsluttet
event-round-reopened = Høring åpnet igjen
event-document-added = Dokument lagt til
event-document-changed = Opplysninger om dokument endret
event-document-moved = Dokument flyttet i rekkefølgen
event-document-replaced = Dokument byttet ut
event-document-removed = Dokument fjernet
event-draft-begun = Kladd begynt
event-draft-discarded = Kladd slettet
event-login-link-asked = Innloggingslenke bestilt på e-post
event-login-link-used = Innloggingslenke fra e-post brukt
event-invitation-made = Invitasjon til utkast laget
event-invitation-revoked = Invitasjon til utkast trukket tilbake
event-draft-joined = Medforfatter kom med på utkast
event-draft-left = Medforfatter gikk ut av utkast
event-draft-sharing-changed = Endret hvem som kan endre delt innspill
event-submission-received = Innspill mottatt
event-submission-repeated = Innspill sendt to ganger, mottatt én gang
event-submission-changed = Innspill endret
event-submission-withdrawn = Innspill trukket tilbake
event-submissions-imported = Innspill registrert fra fil
event-submissions-exported = Innspill eksportert
event-staff-logged-in = Ansatt logget inn
event-sessions-ended = Innlogginger avsluttet av innloggingstjenesten
event-staff-granted = Rolle gitt
event-staff-revoked = Rolle tatt bort
event-staff-link-printed = Engangslenke til en administrator laget
event-staff-link-used = Engangslenke til en administrator brukt
event-letter-sent = E-post sendt
event-letter-failed = E-post gitt opp
event-letter-requeued = E-post lagt i køen igjen
event-file-cleared = Fil skannet, ingenting funnet
event-file-stopped = Fil stoppet, skadelig innhold
event-file-not-scanned = Fil kunne ikke skannes
event-files-requeued = Filer lagt i kø for ny skanning
event-file-deleted = Stoppet fil slettet
event-keys-resealed = Felter forseglet med ny nøkkel
event-records-removed = Opplysninger slettet etter fristene
event-contacts-forgotten = E-postadresser slettet på oppfordring fra avsenderen
event-submission-read = Innspill lest
event-answers-read = Svar på ett spørsmål lest
event-log-read = Logg lest
event-log-exported = Logg lastet ned
