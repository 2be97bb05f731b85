# Letters: the receipts that go out by e-mail. Never an answer, because e-mail is no confidential channel.

letter-subject-receipt = Kvittering for innspillet ditt ({ $reference })
letter-subject-change = Kvittering for endret innspill ({ $reference })
letter-subject-withdrawal = Innspillet ditt er trukket tilbake ({ $reference })
letter-subject-file-stopped = En fil i innspillet ditt er stoppet ({ $reference })

letter-greeting = Hei!

letter-opening-receipt = Vi har mottatt innspillet ditt.
letter-opening-change = Vi har mottatt endringene du har gjort i innspillet ditt.
letter-opening-withdrawal = Du har trukket tilbake innspillet ditt. Det teller ikke lenger med i høringen, men vi tar vare på det.
letter-opening-file-stopped = Vi har stoppet en fil som fulgte med innspillet ditt, fordi virusskanneren vår fant skadelig innhold i den. Ingen får åpne filen. Resten av innspillet står som før, og det du skrev, er tatt vare på.

letter-round = Høring: { $title }
letter-reference = Referansenummer: { $reference }
letter-received = Mottatt: { $moment } norsk tid
letter-withdrawn = Trukket tilbake: { $moment } norsk tid

letter-may-change = Du kan endre eller trekke tilbake innspillet { $deadline }.
letter-may-send-again = Du kan sende et nytt innspill { $deadline }.
letter-late-counts = Innspillet kom etter fristen, som var { $deadline }. Vi tar det med likevel, og det blir merket som sent. Det kan ikke endres eller trekkes tilbake.
letter-late-does-not-count = Innspillet kom etter fristen, som var { $deadline }. Vi tar vare på det, men innspill som kommer for sent, teller ikke med i denne høringen. Innspillet kan ikke endres eller trekkes tilbake.
letter-file-may-change = Når du har fått fjernet det skadelige innholdet, kan du endre innspillet og legge ved filen på nytt, { $deadline }. Du ser hvilken fil det gjelder når du logger inn. Sjekk gjerne maskinen din for virus.
letter-file-too-late = Fristen er ute, så du kan ikke bytte ut filen selv. Er den viktig for innspillet, kan du ta kontakt med oss. Du ser hvilken fil det gjelder når du logger inn. Sjekk gjerne maskinen din for virus.

letter-link = Logg inn for å se hele kvitteringen og det du har skrevet:
letter-why-short = Det du har skrevet, står ikke her, fordi e-post ikke er en trygg kanal.

letter-contact = Har du spørsmål om høringen? Ta kontakt og oppgi referansenummeret:
letter-phone = Telefon: { $phone }

letter-closing = Vennlig hilsen
letter-no-reply = Du kan ikke svare på denne e-posten. Har du ikke sendt oss noe innspill, har noen oppgitt feil e-postadresse. Da kan du slette e-posten.
