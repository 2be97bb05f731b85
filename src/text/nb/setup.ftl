# Setting a round up: making it, editing its parts, the checklist, the preview and the publication.

room-setup = Oppsett

new-round = Lag en ny høring
new-round-what = Gi høringen en tittel og velg hva den skal begynne med. Alt kan endres etterpå, og ingen utenfor kommunen ser noe før du publiserer.
new-round-title-help = Kort og tydelig, for eksempel «Handlingsplan for barnevernet»
new-round-from = Hva skal høringen begynne med?
new-round-template = { $name }. { $what }
new-round-nothing = Ingenting. Du skriver tekster og spørsmål selv.
new-round-copy = En kopi av en høring som finnes. Tekster, spørsmål, kodebok og kontaktperson blir med; datoene blir nye.
new-round-copy-of = Høringen som skal kopieres
new-round-with-documents = Ta med dokumentene også
new-round-yes = Lag høringen
new-round-mistake-copy = Velg høringen som skal kopieres
new-round-mistake-taken = Altfor mange høringer har denne tittelen. Skriv en annen.
staff-no-rounds-how = Trykk på «Lag en ny høring» for å komme i gang.

setup-title = Tittel
setup-title-nb = Tittel på bokmål
setup-title-nn = Tittel på nynorsk (valgfritt nå)
setup-lede = Ingress
setup-lede-help = To–tre setninger som sier hva saken gjelder og hvem den angår
setup-body = Tekst
setup-after = Hva skjer med innspillene?
setup-after-help = Står på siden til høringen og på kvitteringen
setup-field-in = { $field } ({ $language })
setup-in-nb = Bokmål
setup-in-nn = Nynorsk
setup-in-en = Engelsk
setup-in-en-optional = Engelsk (valgfritt)
setup-markdown = Slik lager du overskrifter, lister og lenker
setup-markdown-what = Teksten skrives i Markdown. En tom linje skiller avsnitt.
setup-markdown-example =
    ## Overskrift

    Et avsnitt med **viktige ord** og [en lenke](https://example.org).

    - første punkt
    - andre punkt
setup-look = Se hvordan det blir
setup-look-heading = Slik blir teksten
setup-look-what = Ingenting er lagret ennå. Feltene står lenger ned, med det du har skrevet.
setup-save = Lagre
setup-save-next = Lagre og gå videre
setup-back = Tilbake til oppsettet
setup-note = Hva er rettet?
setup-note-what = Høringen er offentlig, så alle får vite hva som er rettet. De som har en kladd og har oppgitt e-postadresse, får det tilsendt.
setup-note-nb = Hva som er rettet, på bokmål
setup-note-nn = Hva som er rettet, på nynorsk
setup-note-en = Hva som er rettet, på engelsk (valgfritt)

setup-case = Saken
setup-case-number = Saksnummer
setup-case-number-help = Slik det står i sakssystemet, for eksempel 2026/1016
setup-unit-nb = Ansvarlig enhet på bokmål
setup-unit-nn = Ansvarlig enhet på nynorsk
setup-unit-en = Ansvarlig enhet på engelsk (valgfritt)
setup-contact = Kontakt
setup-contact-name = Kontaktperson eller kontor
setup-contact-help = Den som kan svare på spørsmål om høringen. Navnet, e-postadressen og telefonnummeret blir offentlig.
setup-contact-email = E-postadresse
setup-contact-phone = Telefonnummer (valgfritt)
setup-relations = Sammenheng med andre høringer
setup-process = Prosess (valgfritt)
setup-process-help = Høringer med samme ord her vises som søsken, for eksempel planer-for-barn-og-unge-2026
setup-previous = Forrige høringsrunde (valgfritt)
setup-previous-none = Ingen
setup-address = Adresse
setup-slug = Navn i adressen
setup-slug-help = Små bokstaver a–z, tall og bindestrek. Kan ikke endres etter at høringen er publisert.
setup-slug-fixed = Høringen er publisert, så adressen er fast:

setup-dates-what = Datoene i en ny høring er et forslag: seks uker fra første virkedag om en uke. Alle klokkeslett er norsk tid.
setup-announced-on = Kunngjort
setup-announced-on-help = Datoen for kunngjøringen, slik den står på siden
setup-opens = Når det åpner for innspill
setup-opens-date = Første dag det går an å svare
setup-opens-time-help = La feltet stå tomt hvis det gjelder fra begynnelsen av dagen.
setup-closes = Frist
setup-closes-date = Siste dag det går an å svare
setup-closes-date-help = Fristen varer ut dagen, til midnatt i Norge.
setup-late-counts = Innspill som kommer etter fristen, teller med
setup-fixed-dates = Høringen er publisert. Fristen endres nå med en begrunnelse som alle kan lese, under:
setup-fixed-way = Høringen er publisert, så hvem som kan svare, ligger fast.
setup-way = Hva kreves for å svare?
setup-way-id-porten = Innlogging med ID-porten. Vi vet hvem som svarer, og hver person svarer én gang.
setup-way-e-mail = En lenke på e-post. Passer når folk uten norsk fødselsnummer skal svare.
setup-way-open = Ingenting. Alle kan svare uten å logge inn, også flere ganger.
setup-why-nb = Hvorfor, på bokmål (valgfritt)
setup-why-nn = Hvorfor, på nynorsk (valgfritt)
setup-why-en = Hvorfor, på engelsk (valgfritt)
setup-why-help = Vises på siden til høringen

setup-parts = Gå gjennom delene
setup-parts-what = Du kan lagre hver del uten at den er ferdig, og komme tilbake senere.
setup-part-texts = Tekster
setup-part-facts = Opplysninger om saken
setup-part-dates = Datoer og frist
setup-part-way = Hvem kan svare
setup-part-questions = { $count ->
    [0] Spørsmål (ingen ennå)
    [one] Spørsmål (1)
   *[other] Spørsmål ({ $count })
}
setup-part-documents = { $count ->
    [0] Dokumenter og bilder (ingen ennå)
    [one] Dokumenter og bilder (1)
   *[other] Dokumenter og bilder ({ $count })
}

ready-heading = Sjekkliste
ready-is = Klar
ready-nothing = Ingenting mangler.
ready-must = Må på plass
ready-reason = Må begrunnes
ready-advice = Til ettertanke
ready-title = Tittelen mangler på bokmål
ready-lede = Ingressen mangler på bokmål
ready-body = Teksten mangler på bokmål
ready-contact = Kontaktperson og e-postadresse mangler
ready-questions = Skjemaet har ingen spørsmål
ready-deadline-passed = Fristen går ut før noen kan svare
ready-alt = Bilder mangler beskrivelse: { $pictures }
ready-nynorsk = Noe mangler på nynorsk
ready-english = Engelsk er begynt, men ikke ferdig
ready-missing-in = Mangler i: { $places }.
ready-in-title = tittelen
ready-in-lede = ingressen
ready-in-body = teksten
ready-in-next-steps = hva som skjer med innspillene
ready-in-unit = ansvarlig enhet
ready-in-way = hvem som kan svare
ready-in-question = spørsmål { $number }
ready-in-picture = bildet { $name }
ready-short = { $days ->
    [one] Svartiden er kortere enn seks uker: 1 dag
   *[other] Svartiden er kortere enn seks uker: { $days } dager
}
ready-short-law = Plan- og bygningsloven krever minst seks uker når kommuneplaner og reguleringsplaner er på høring (§§ 11-14 og 12-10). Staten skal normalt gi tre måneder og aldri mindre enn seks uker (utredningsinstruksen punkt 3-3). For andre kommunale høringer sier ikke loven hvor lang fristen skal være, men de som skal svare, må rekke det.
ready-day-off = Fristen går ut på { $day }
ready-day-off-what = Da er det vanskelig å få hjelp på den siste dagen. En vanlig arbeidsdag er bedre.
ready-documents = Høringen har ingen dokumenter
ready-case-number = Saksnummeret mangler
ready-unit = Ansvarlig enhet mangler
ready-next-steps = Det står ikke hva som skjer med innspillene
day-saturday = en lørdag
day-sunday = en søndag
day-new-years-day = første nyttårsdag
day-maundy-thursday = skjærtorsdag
day-good-friday = langfredag
day-easter-sunday = første påskedag
day-easter-monday = andre påskedag
day-labour-day = 1. mai
day-constitution-day = 17. mai
day-ascension-day = Kristi himmelfartsdag
day-whit-sunday = første pinsedag
day-whit-monday = andre pinsedag
day-christmas-day = første juledag
day-boxing-day = andre juledag

preview-heading = Forhåndsvisning
preview-what = Lag en lenke og send den til kolleger som skal se høringen før den er offentlig. De trenger ikke logge inn. Lenken virker til du sletter den, eller til høringen er publisert.
preview-label = Hvem er lenken til? (valgfritt)
preview-label-help = For eksempel «ledergruppen». Bare administratorer ser det.
preview-make = Lag en lenke
preview-links = Lenker som virker
preview-unnamed = Uten navn
preview-made-by = Laget av { $who },
preview-revoke = Slett lenken
preview-new = Lenken er laget
preview-new-what = Kopier den nå. Den vises bare denne ene gangen.
preview-banner = Forhåndsvisning: Høringen er ikke publisert. Slik ser siden ut når den åpner. Ikke send lenken videre.
preview-questions = Spørsmålene i skjemaet
preview-no-questions = Skjemaet har ingen spørsmål ennå.

publish-heading = Publisering
publish-is-public = Høringen ble publisert { $moment }.
publish-then = Frist, avslutning og begrunnelser finner du under
publish-not-ready = Høringen kan publiseres når alt som «må på plass» i sjekklisten, er det.
publish-planned = Høringen blir publisert { $moment }. Du trenger ikke gjøre noe mer.
publish-planned-lacks = Noe som må på plass, mangler likevel. Se sjekklisten.
publish-call-off = Avlys publiseringen
publish-opens-at-once = Det går an å svare straks høringen er publisert.
publish-opens = Det går an å svare fra { $moment }.
publish-when = Når skal høringen publiseres?
publish-now = Nå
publish-at = På et bestemt tidspunkt
publish-date = Dato for publisering
publish-date-help = Bare hvis du har valgt et bestemt tidspunkt
publish-language-why = Hvorfor noe mangler på nynorsk
publish-language-why-is = Begrunnelse for at et språk mangler: { $why }
publish-yes = Publiser

setup-remove = Slett høringen
setup-remove-what = Høringen er aldri publisert, og ingen har svart på den. Sletter du den, blir tekster, spørsmål, kodebok og dokumenter borte for godt.
setup-remove-yes = Ja, slett høringen
setup-remove-no = Nei, behold den

setup-done-made = Høringen er laget. Gå gjennom delene, og publiser når du er klar.
setup-done-saved = Endringene er lagret.
setup-done-published = Høringen er publisert.
setup-done-planned = Publiseringen er planlagt.
setup-done-called-off = Den planlagte publiseringen er avlyst.
setup-done-link-revoked = Lenken er slettet og viser ingenting lenger.
setup-done-removed = Høringen er slettet.
setup-too-many-links = Det er for mange lenker. Slett en som ikke brukes, og prøv igjen.
setup-conflict-theirs = Slik står det nå, etter at en annen lagret:
setup-conflict-empty = Feltet er tomt.

setup-mistake-title = Skriv en tittel på bokmål
setup-mistake-email = Skriv en e-postadresse, for eksempel navn@kommune.no
setup-mistake-slug = Navnet i adressen må ha 3 til 80 tegn, bare små bokstaver a–z, tall og bindestrek, og ikke begynne eller slutte med bindestrek. Ordene ny, brev, logg og tilganger er opptatt.
setup-mistake-slug-taken = En annen høring har dette navnet i adressen. Velg et annet.
setup-mistake-date = Velg en dato
setup-mistake-order = Fristen må være etter at det åpner for innspill
setup-mistake-why = Skriv begrunnelsen på bokmål også
setup-mistake-way = Velg hva som kreves for å svare
setup-mistake-previous = Velg en høring fra listen
setup-mistake-note-nb = Skriv på bokmål hva som er rettet. Alle kan lese det.
setup-mistake-note-nn = Skriv på nynorsk hva som er rettet. Alle kan lese det.
setup-mistake-changed = En annen har lagret denne delen i mellomtiden. Det du skrev, er ikke lagret. Se hva som er ulikt nedenfor. Lagrer du nå, gjelder det som står i feltene.
setup-mistake-nothing = Ingenting er endret
setup-mistake-public = Høringen er offentlig, så dette kan ikke endres her
setup-mistake-would-lack = Høringen er publisert eller skal bli det. Da må tittel, ingress, tekst, kontakt og språkene som er der, fortsatt være der.
setup-mistake-not-ready = Noe må på plass før høringen kan publiseres. Se sjekklisten.
setup-mistake-language = Skriv hvorfor noe mangler på nynorsk, eller skriv det som mangler
setup-mistake-no-time = Velg en dato og et klokkeslett som ikke har vært
setup-mistake-not-planned = Ingen publisering er planlagt
setup-mistake-in-use = Noen har begynt å svare, eller høringen er i bruk på annen måte. Den kan ikke slettes.
manage-mistake-not-ready = Noe må på plass før høringen kan åpnes. Se sjekklisten under «Oppsett».
