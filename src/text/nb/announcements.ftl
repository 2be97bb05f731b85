# What people are told of a round: the letters.

letter-subject-extended = Fristen er utsatt: { $title }
letter-opening-extended = Fristen for å gi innspill er utsatt.
letter-subject-closed = Høringen er avsluttet før fristen: { $title }
letter-opening-closed = Høringen er avsluttet før fristen gikk ut.
letter-subject-reopened = Høringen er åpnet igjen: { $title }
letter-opening-reopened = Høringen er åpnet igjen, så nå kan du gi innspill.
letter-subject-corrected = Rettelse i høringen: { $title }
letter-opening-corrected = Vi har rettet noe i høringen. Se gjerne på det før du sender inn.
letter-subject-concluded = Resultatet er klart: { $title }
letter-opening-concluded = Saken er avgjort. Nå kan du lese hva som er bestemt, og hva som skjer videre.
letter-subject-reminder = Innspillet ditt er ikke sendt inn: { $title }
letter-opening-reminder = Du har begynt på et innspill som ikke er sendt inn, og fristen nærmer seg.

letter-new-deadline = Ny frist: { $deadline }
letter-old-deadline = Fristen var: { $deadline }
letter-deadline = Frist: { $deadline }
letter-reason = Begrunnelse: { $reason }
letter-corrected = Dette er rettet: { $note }
letter-draft-late-counts = Kladden din er tatt vare på. Du kan fortsatt sende den inn. Da blir innspillet merket som sent, men vi tar det med likevel.
letter-draft-late-does-not-count = Kladden din er tatt vare på. Du kan fortsatt sende den inn. Da tar vi vare på innspillet, men det teller ikke med i høringen.
letter-reminder-once = Har du ikke lenger noe på hjertet, trenger du ikke gjøre noe. Vi minner deg ikke på dette flere ganger.

letter-draft-link = Fortsett der du slapp:
letter-draft-link-open = Fortsett der du slapp. Bruk samme nettleser som sist, for kladden finnes bare der:
letter-outcome-link = Les resultatet:
letter-round-contact = Har du spørsmål om høringen? Ta kontakt:
letter-why-draft = Du får denne e-posten fordi noen har oppgitt adressen din i en kladd som ikke er sendt inn. Har du ikke begynt på noe innspill, kan du slette e-posten. Du kan ikke svare på den.
letter-why-answered = Du får denne e-posten fordi du har svart på høringen og bedt om å få vite resultatet. Du kan ikke svare på den.

letter-kind-extended = Frist utsatt
letter-kind-closed = Høring avsluttet
letter-kind-reopened = Høring åpnet igjen
letter-kind-corrected = Rettelse
letter-kind-concluded = Resultat klart
letter-kind-reminder = Påminnelse om kladd
