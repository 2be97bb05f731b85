# Setting a round up: making it, editing its parts, the checklist, the preview and the publication.

room-setup = Oppsett

new-round = Lag ei ny høyring
new-round-what = Gi høyringa ein tittel og vel kva ho skal byrje med. Alt kan endrast etterpå, og ingen utanfor kommunen ser noko før du publiserer.
new-round-title-help = Kort og tydeleg, til dømes «Handlingsplan for barnevernet»
new-round-from = Kva skal høyringa byrje med?
new-round-template = { $name }. { $what }
new-round-nothing = Ingenting. Du skriv tekstar og spørsmål sjølv.
new-round-copy = Ein kopi av ei høyring som finst. Tekstar, spørsmål, kodebok og kontaktperson blir med; datoane blir nye.
new-round-copy-of = Høyringa som skal kopierast
new-round-with-documents = Ta med dokumenta også
new-round-yes = Lag høyringa
new-round-mistake-copy = Vel høyringa som skal kopierast
new-round-mistake-taken = Altfor mange høyringar har denne tittelen. Skriv ein annan.
staff-no-rounds-how = Trykk på «Lag ei ny høyring» for å kome i gang.

setup-title = Tittel
setup-title-nb = Tittel på bokmål
setup-title-nn = Tittel på nynorsk (valfritt no)
setup-lede = Ingress
setup-lede-help = To–tre setningar som seier kva saka gjeld og kven ho vedkjem
setup-body = Tekst
setup-after = Kva skjer med innspela?
setup-after-help = Står på sida til høyringa og på kvitteringa
setup-field-in = { $field } ({ $language })
setup-in-nb = Bokmål
setup-in-nn = Nynorsk
setup-in-en = Engelsk
setup-in-en-optional = Engelsk (valfritt)
setup-markdown = Slik lagar du overskrifter, lister og lenkjer
setup-markdown-what = Teksten blir skriven i Markdown. Ei tom linje skil avsnitt.
setup-markdown-example =
    ## Overskrift

    Eit avsnitt med **viktige ord** og [ei lenkje](https://example.org).

    - første punkt
    - andre punkt
setup-look = Sjå korleis det blir
setup-look-heading = Slik blir teksten
setup-look-what = Ingenting er lagra enno. Felta står lenger ned, med det du har skrive.
setup-save = Lagre
setup-save-next = Lagre og gå vidare
setup-back = Tilbake til oppsettet
setup-note = Kva er retta?
setup-note-what = Høyringa er offentleg, så alle får vite kva som er retta. Dei som har ein kladd og har oppgitt e-postadresse, får det tilsendt.
setup-note-nb = Kva som er retta, på bokmål
setup-note-nn = Kva som er retta, på nynorsk
setup-note-en = Kva som er retta, på engelsk (valfritt)

setup-case = Saka
setup-case-number = Saksnummer
setup-case-number-help = Slik det står i sakssystemet, til dømes 2026/1016
setup-unit-nb = Ansvarleg eining på bokmål
setup-unit-nn = Ansvarleg eining på nynorsk
setup-unit-en = Ansvarleg eining på engelsk (valfritt)
setup-contact = Kontakt
setup-contact-name = Kontaktperson eller kontor
setup-contact-help = Den som kan svare på spørsmål om høyringa. Namnet, e-postadressa og telefonnummeret blir offentleg.
setup-contact-email = E-postadresse
setup-contact-phone = Telefonnummer (valfritt)
setup-relations = Samanheng med andre høyringar
setup-process = Prosess (valfritt)
setup-process-help = Høyringar med same ord her blir viste som sysken, til dømes planar-for-barn-og-unge-2026
setup-previous = Førre høyringsrunde (valfritt)
setup-previous-none = Ingen
setup-address = Adresse
setup-slug = Namn i adressa
setup-slug-help = Små bokstavar a–z, tal og bindestrek. Kan ikkje endrast etter at høyringa er publisert.
setup-slug-fixed = Høyringa er publisert, så adressa er fast:

setup-dates-what = Datoane i ei ny høyring er eit framlegg: seks veker frå første yrkedag om ei veke. Alle klokkeslett er norsk tid.
setup-announced-on = Kunngjord
setup-announced-on-help = Datoen for kunngjeringa, slik han står på sida
setup-opens = Når det opnar for innspel
setup-opens-date = Første dag det går an å svare
setup-opens-time-help = La feltet stå tomt dersom det gjeld frå byrjinga av dagen.
setup-closes = Frist
setup-closes-date = Siste dag det går an å svare
setup-closes-date-help = Fristen varer ut dagen, til midnatt i Noreg.
setup-late-counts = Innspel som kjem etter fristen, tel med
setup-fixed-dates = Høyringa er publisert. Fristen blir no endra med ei grunngiving som alle kan lese, under:
setup-fixed-way = Høyringa er publisert, så kven som kan svare, ligg fast.
setup-way = Kva må til for å svare?
setup-way-id-porten = Innlogging med ID-porten. Vi veit kven som svarer, og kvar person svarer éin gong.
setup-way-e-mail = Ei lenkje på e-post. Passar når folk utan norsk fødselsnummer skal svare.
setup-way-open = Ingenting. Alle kan svare utan å logge inn, også fleire gonger.
setup-why-nb = Kvifor, på bokmål (valfritt)
setup-why-nn = Kvifor, på nynorsk (valfritt)
setup-why-en = Kvifor, på engelsk (valfritt)
setup-why-help = Står på sida til høyringa

setup-parts = Gå gjennom delane
setup-parts-what = Du kan lagre kvar del utan at han er ferdig, og kome tilbake seinare.
setup-part-texts = Tekstar
setup-part-facts = Opplysningar om saka
setup-part-dates = Datoar og frist
setup-part-way = Kven kan svare
setup-part-questions = { $count ->
    [0] Spørsmål (ingen enno)
    [one] Spørsmål (1)
   *[other] Spørsmål ({ $count })
}
setup-part-documents = { $count ->
    [0] Dokument og bilete (ingen enno)
    [one] Dokument og bilete (1)
   *[other] Dokument og bilete ({ $count })
}

ready-heading = Sjekkliste
ready-is = Klar
ready-nothing = Ingenting manglar.
ready-must = Må på plass
ready-reason = Må grunngivast
ready-advice = Til ettertanke
ready-title = Tittelen manglar på bokmål
ready-lede = Ingressen manglar på bokmål
ready-body = Teksten manglar på bokmål
ready-contact = Kontaktperson og e-postadresse manglar
ready-questions = Skjemaet har ingen spørsmål
ready-deadline-passed = Fristen går ut før nokon kan svare
ready-alt = Bilete manglar skildring: { $pictures }
ready-nynorsk = Noko manglar på nynorsk
ready-english = Engelsk er påbyrja, men ikkje ferdig
ready-missing-in = Manglar i: { $places }.
ready-in-title = tittelen
ready-in-lede = ingressen
ready-in-body = teksten
ready-in-next-steps = kva som skjer med innspela
ready-in-unit = ansvarleg eining
ready-in-way = kven som kan svare
ready-in-question = spørsmål { $number }
ready-in-picture = biletet { $name }
ready-short = { $days ->
    [one] Svartida er kortare enn seks veker: 1 dag
   *[other] Svartida er kortare enn seks veker: { $days } dagar
}
ready-short-law = Plan- og bygningslova krev minst seks veker når kommuneplanar og reguleringsplanar er på høyring (§§ 11-14 og 12-10). Staten skal normalt gi tre månader og aldri mindre enn seks veker (utgreiingsinstruksen punkt 3-3). For andre kommunale høyringar seier ikkje lova kor lang fristen skal vere, men dei som skal svare, må rekke det.
ready-day-off = Fristen går ut på { $day }
ready-day-off-what = Då er det vanskeleg å få hjelp på den siste dagen. Ein vanleg arbeidsdag er betre.
ready-documents = Høyringa har ingen dokument
ready-case-number = Saksnummeret manglar
ready-unit = Ansvarleg eining manglar
ready-next-steps = Det står ikkje kva som skjer med innspela
day-saturday = ein laurdag
day-sunday = ein søndag
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

preview-heading = Førehandsvising
preview-what = Lag ei lenkje og send ho til kollegaer som skal sjå høyringa før ho er offentleg. Dei treng ikkje logge inn. Lenkja verkar til du slettar ho, eller til høyringa er publisert.
preview-label = Kven er lenkja til? (valfritt)
preview-label-help = Til dømes «leiargruppa». Berre administratorar ser det.
preview-make = Lag ei lenkje
preview-links = Lenkjer som verkar
preview-unnamed = Utan namn
preview-made-by = Laga av { $who },
preview-revoke = Slett lenkja
preview-new = Lenkja er laga
preview-new-what = Kopier ho no. Ho blir vist berre denne eine gongen.
preview-banner = Førehandsvising: Høyringa er ikkje publisert. Slik ser sida ut når ho opnar. Ikkje send lenkja vidare.
preview-questions = Spørsmåla i skjemaet
preview-no-questions = Skjemaet har ingen spørsmål enno.

publish-heading = Publisering
publish-is-public = Høyringa vart publisert { $moment }.
publish-then = Frist, avslutning og grunngivingar finn du under
publish-not-ready = Høyringa kan publiserast når alt som «må på plass» i sjekklista, er det.
publish-planned = Høyringa blir publisert { $moment }. Du treng ikkje gjere noko meir.
publish-planned-lacks = Noko som må på plass, manglar likevel. Sjå sjekklista.
publish-call-off = Avlys publiseringa
publish-opens-at-once = Det går an å svare straks høyringa er publisert.
publish-opens = Det går an å svare frå { $moment }.
publish-when = Når skal høyringa publiserast?
publish-now = No
publish-at = På eit bestemt tidspunkt
publish-date = Dato for publisering
publish-date-help = Berre dersom du har valt eit bestemt tidspunkt
publish-language-why = Kvifor noko manglar på nynorsk
publish-language-why-is = Grunngiving for at eit språk manglar: { $why }
publish-yes = Publiser

setup-remove = Slett høyringa
setup-remove-what = Høyringa er aldri publisert, og ingen har svart på ho. Slettar du ho, blir tekstar, spørsmål, kodebok og dokument borte for godt.
setup-remove-yes = Ja, slett høyringa
setup-remove-no = Nei, ta vare på ho

setup-done-made = Høyringa er laga. Gå gjennom delane, og publiser når du er klar.
setup-done-saved = Endringane er lagra.
setup-done-published = Høyringa er publisert.
setup-done-planned = Publiseringa er planlagd.
setup-done-called-off = Den planlagde publiseringa er avlyst.
setup-done-link-revoked = Lenkja er sletta og viser ingenting lenger.
setup-done-removed = Høyringa er sletta.
setup-too-many-links = Det er for mange lenkjer. Slett ei som ikkje er i bruk, og prøv igjen.
setup-conflict-theirs = Slik står det no, etter at ein annan lagra:
setup-conflict-empty = Feltet er tomt.

setup-mistake-title = Skriv ein tittel på bokmål
setup-mistake-email = Skriv ei e-postadresse, til dømes namn@kommune.no
setup-mistake-slug = Namnet i adressa må ha 3 til 80 teikn, berre små bokstavar a–z, tal og bindestrek, og ikkje byrje eller slutte med bindestrek. Orda ny, brev, logg og tilganger er opptekne.
setup-mistake-slug-taken = Ei anna høyring har dette namnet i adressa. Vel eit anna.
setup-mistake-date = Vel ein dato
setup-mistake-order = Fristen må vere etter at det opnar for innspel
setup-mistake-why = Skriv grunngivinga på bokmål også
setup-mistake-way = Vel kva som må til for å svare
setup-mistake-previous = Vel ei høyring frå lista
setup-mistake-note-nb = Skriv på bokmål kva som er retta. Alle kan lese det.
setup-mistake-note-nn = Skriv på nynorsk kva som er retta. Alle kan lese det.
setup-mistake-changed = Ein annan har lagra denne delen i mellomtida. Det du skreiv, er ikkje lagra. Sjå kva som er ulikt nedanfor. Lagrar du no, gjeld det som står i felta.
setup-mistake-nothing = Ingenting er endra
setup-mistake-public = Høyringa er offentleg, så dette kan ikkje endrast her
setup-mistake-would-lack = Høyringa er publisert eller skal bli det. Då må tittel, ingress, tekst, kontakt og språka som er der, framleis vere der.
setup-mistake-not-ready = Noko må på plass før høyringa kan publiserast. Sjå sjekklista.
setup-mistake-language = Skriv kvifor noko manglar på nynorsk, eller skriv det som manglar
setup-mistake-no-time = Vel ein dato og eit klokkeslett som ikkje har vore
setup-mistake-not-planned = Inga publisering er planlagd
setup-mistake-in-use = Nokon har byrja å svare, eller høyringa er i bruk på annan måte. Ho kan ikkje slettast.
manage-mistake-not-ready = Noko må på plass før høyringa kan opnast. Sjå sjekklista under «Oppsett».
