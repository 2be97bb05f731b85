# Letters: the receipts that go out by e-mail. Never an answer, because e-mail is no confidential channel.

letter-subject-receipt = Kvittering for innspelet ditt ({ $reference })
letter-subject-change = Kvittering for endra innspel ({ $reference })
letter-subject-withdrawal = Innspelet ditt er trekt tilbake ({ $reference })
letter-subject-file-stopped = Ei fil i innspelet ditt er stoppa ({ $reference })

letter-greeting = Hei!

letter-opening-receipt = Vi har teke imot innspelet ditt.
letter-opening-change = Vi har teke imot endringane du har gjort i innspelet ditt.
letter-opening-withdrawal = Du har trekt tilbake innspelet ditt. Det tel ikkje lenger med i høyringa, men vi tek vare på det.
letter-opening-file-stopped = Vi har stoppa ei fil som følgde med innspelet ditt, fordi virusskannaren vår fann skadeleg innhald i henne. Ingen får opne fila. Resten av innspelet står som før, og det du skreiv, er teke vare på.

letter-round = Høyring: { $title }
letter-reference = Referansenummer: { $reference }
letter-received = Motteke: { $moment } norsk tid
letter-withdrawn = Trekt tilbake: { $moment } norsk tid

letter-may-change = Du kan endre eller trekkje tilbake innspelet { $deadline }.
letter-may-send-again = Du kan sende eit nytt innspel { $deadline }.
letter-late-counts = Innspelet kom etter fristen, som var { $deadline }. Vi tek det med likevel, og det blir merkt som seint. Det kan ikkje endrast eller trekkjast tilbake.
letter-late-does-not-count = Innspelet kom etter fristen, som var { $deadline }. Vi tek vare på det, men innspel som kjem for seint, tel ikkje med i denne høyringa. Innspelet kan ikkje endrast eller trekkjast tilbake.
letter-file-may-change = Når du har fått fjerna det skadelege innhaldet, kan du endre innspelet og leggje ved fila på nytt, { $deadline }. Du ser kva fil det gjeld når du loggar inn. Sjekk gjerne maskina di for virus.
letter-file-too-late = Fristen er ute, så du kan ikkje byte ut fila sjølv. Er ho viktig for innspelet, kan du ta kontakt med oss. Du ser kva fil det gjeld når du loggar inn. Sjekk gjerne maskina di for virus.

letter-link = Logg inn for å sjå heile kvitteringa og det du har skrive:
letter-why-short = Det du har skrive, står ikkje her, fordi e-post ikkje er ein trygg kanal.

letter-contact = Har du spørsmål om høyringa? Ta kontakt og oppgi referansenummeret:
letter-phone = Telefon: { $phone }

letter-closing = Venleg helsing
letter-no-reply = Du kan ikkje svare på denne e-posten. Har du ikkje sendt oss noko innspel, har nokon oppgitt feil e-postadresse. Då kan du slette e-posten.
