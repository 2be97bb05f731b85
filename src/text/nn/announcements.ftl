# What people are told of a round: the letters.

letter-subject-extended = Fristen er utsett: { $title }
letter-opening-extended = Fristen for å gi innspel er utsett.
letter-subject-closed = Høyringa er avslutta før fristen: { $title }
letter-opening-closed = Høyringa er avslutta før fristen gjekk ut.
letter-subject-reopened = Høyringa er opna att: { $title }
letter-opening-reopened = Høyringa er opna att, så no kan du gi innspel.
letter-subject-corrected = Retting i høyringa: { $title }
letter-opening-corrected = Vi har retta noko i høyringa. Sjå gjerne på det før du sender inn.
letter-subject-concluded = Resultatet er klart: { $title }
letter-opening-concluded = Saka er avgjord. No kan du lese kva som er bestemt, og kva som skjer vidare.
letter-subject-reminder = Innspelet ditt er ikkje sendt inn: { $title }
letter-opening-reminder = Du har byrja på eit innspel som ikkje er sendt inn, og fristen nærmar seg.

letter-new-deadline = Ny frist: { $deadline }
letter-old-deadline = Fristen var: { $deadline }
letter-deadline = Frist: { $deadline }
letter-reason = Grunngiving: { $reason }
letter-corrected = Dette er retta: { $note }
letter-draft-late-counts = Kladden din er teken vare på. Du kan framleis sende han inn. Då blir innspelet merkt som seint, men vi tek det med likevel.
letter-draft-late-does-not-count = Kladden din er teken vare på. Du kan framleis sende han inn. Då tek vi vare på innspelet, men det tel ikkje med i høyringa.
letter-reminder-once = Har du ikkje lenger noko på hjartet, treng du ikkje gjere noko. Vi minner deg ikkje på dette fleire gonger.

letter-draft-link = Hald fram der du slapp:
letter-draft-link-open = Hald fram der du slapp. Bruk same nettlesar som sist, for kladden finst berre der:
letter-outcome-link = Les resultatet:
letter-round-contact = Har du spørsmål om høyringa? Ta kontakt:
letter-why-draft = Du får denne e-posten fordi nokon har oppgitt adressa di i ein kladd som ikkje er send inn. Har du ikkje byrja på noko innspel, kan du slette e-posten. Du kan ikkje svare på han.
letter-why-answered = Du får denne e-posten fordi du har svart på høyringa og bede om å få vite resultatet. Du kan ikkje svare på han.

letter-kind-extended = Frist utsett
letter-kind-closed = Høyring avslutta
letter-kind-reopened = Høyring opna att
letter-kind-corrected = Retting
letter-kind-concluded = Resultat klart
letter-kind-reminder = Påminning om kladd
