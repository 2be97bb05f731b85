# Who may do what among the staff, and the one-time link for an administrator.

menu-access = Tilganger

access-heading = Tilganger
access-what = Her står rollene som er gitt i Innspill. Roller som følger med innloggingen, for eksempel fra Entra ID, står ikke her. Det er den høyeste rollen som gjelder.
access-none = Ingen har fått en rolle her ennå.
access-who = Hvem
access-you = Det er deg
access-role = Rolle
access-where = Gjelder
access-since = Gitt
access-everywhere = Hele tjenesten
access-take = Ta bort
access-given = Rollen er gitt, og det står i loggen. Den gjelder fra neste gang personen åpner en side.
access-taken = Rollen er tatt bort, og det står i loggen. Personen mister tilgangen fra neste gang de åpner en side.
access-give = Gi noen en rolle
access-give-what = Be personen gå til sidene for saksbehandlere (adressen slutter på { $path }) og logge inn. Der ser de utsteder og bruker-ID, som de kan sende til deg. En person kan ha én rolle i hele tjenesten, og én i hver høring. Gir du en ny for samme sted, erstatter den rollen de har.
access-issuer = Utsteder
access-subject = Bruker-ID
access-subject-help = Slik utstederen skriver den. Ikke bruk fødselsnummer.
access-name = Navn (valgfritt)
access-name-help = For at andre skal kjenne igjen personen i listen.
access-give-yes = Gi rollen
access-mistake-issuer = Skriv utstederen, slik personen ser den på sin side
access-mistake-subject = Skriv bruker-ID-en, slik personen ser den på sin side
access-mistake-national-id = Dette ser ut som et fødselsnummer. Bruk bruker-ID-en som personen ser på sin side.
access-mistake-name = Navnet er for langt, eller det inneholder et fødselsnummer
access-mistake-role = Velg en rolle
access-mistake-round = Høringen finnes ikke lenger. Velg en annen.
access-mistake-last = Dette er den siste administratoren for hele tjenesten. Gjør en annen til administrator først, ellers kan ingen gi tilganger.
access-mistake-gone = Rollen er alt tatt bort

message-no-role-what = Du er logget inn, men har ingen rolle i saksbehandlingen.
message-no-role-ask = Er du ansatt og skal ha tilgang? Spør den som er administrator for Innspill i kommunen, og send dette. Si også om du skal lese innspill, være saksbehandler eller være administrator, og for hvilken høring.
message-no-role-citizen = Skulle du svare på en høring, trenger du ingen rolle.
message-link-is-dead = Lenken virker ikke lenger
message-link-is-dead-what = En slik lenke kan brukes én gang, og bare i et kvarter. Be om en ny.

staff-link-heading = Logg inn som administrator
staff-link-what = Lenken er laget på serveren for den som skal gi andre tilgang. Den virker én gang. Du blir logget ut igjen etter { $minutes } minutter.
staff-link-yes = Logg inn
