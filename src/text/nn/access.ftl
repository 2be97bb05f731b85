# Who may do what among the staff, and the one-time link for an administrator.

menu-access = Tilgangar

access-heading = Tilgangar
access-what = Her står rollene som er gitt i Innspill. Roller som følgjer med innlogginga, til dømes frå Entra ID, står ikkje her. Det er den høgaste rolla som gjeld.
access-none = Ingen har fått ei rolle her enno.
access-who = Kven
access-you = Det er deg
access-role = Rolle
access-where = Gjeld
access-since = Gitt
access-everywhere = Heile tenesta
access-take = Ta bort
access-given = Rolla er gitt, og det står i loggen. Ho gjeld frå neste gong personen opnar ei side.
access-taken = Rolla er teken bort, og det står i loggen. Personen mister tilgangen frå neste gong dei opnar ei side.
access-give = Gi nokon ei rolle
access-give-what = Be personen gå til sidene for saksbehandlarar (adressa sluttar på { $path }) og logge inn. Der ser dei utferdar og brukar-ID, som dei kan sende til deg. Ein person kan ha éi rolle i heile tenesta, og éi i kvar høyring. Gir du ei ny for same stad, kjem ho i staden for rolla dei har.
access-issuer = Utferdar
access-subject = Brukar-ID
access-subject-help = Slik utferdaren skriv han. Ikkje bruk fødselsnummer.
access-name = Namn (valfritt)
access-name-help = Slik at andre kjenner att personen i lista.
access-give-yes = Gi rolla
access-mistake-issuer = Skriv utferdaren, slik personen ser han på si side
access-mistake-subject = Skriv brukar-ID-en, slik personen ser han på si side
access-mistake-national-id = Dette ser ut som eit fødselsnummer. Bruk brukar-ID-en som personen ser på si side.
access-mistake-name = Namnet er for langt, eller det inneheld eit fødselsnummer
access-mistake-role = Vel ei rolle
access-mistake-round = Høyringa finst ikkje lenger. Vel ei anna.
access-mistake-last = Dette er den siste administratoren for heile tenesta. Gjer ein annan til administrator først, elles kan ingen gi tilgangar.
access-mistake-gone = Rolla er alt teken bort

message-no-role-what = Du er logga inn, men har inga rolle i saksbehandlinga.
message-no-role-ask = Er du tilsett og skal ha tilgang? Spør den som er administrator for Innspill i kommunen, og send dette. Sei òg om du skal lese innspel, vere saksbehandlar eller vere administrator, og for kva høyring.
message-no-role-citizen = Skulle du svare på ei høyring, treng du inga rolle.
message-link-is-dead = Lenkja verkar ikkje lenger
message-link-is-dead-what = Ei slik lenkje kan brukast éin gong, og berre i eit kvarter. Be om ei ny.

staff-link-heading = Logg inn som administrator
staff-link-what = Lenkja er laga på tenaren for den som skal gi andre tilgang. Ho verkar éin gong. Du blir logga ut att etter { $minutes } minutt.
staff-link-yes = Logg inn
