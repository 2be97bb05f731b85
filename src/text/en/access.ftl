# Who may do what among the staff, and the one-time link for an administrator.

menu-access = Access

access-heading = Access
access-what = These are the roles that were given in Innspill. Roles that come with the login, for example from Entra ID, are not listed. The highest role counts.
access-none = Nobody has been given a role here yet.
access-who = Who
access-you = This is you
access-role = Role
access-where = Applies to
access-since = Given
access-everywhere = The whole service
access-take = Take away
access-given = The role has been given, and the log says so. It counts from the next time the person opens a page.
access-taken = The role has been taken away, and the log says so. The person loses access the next time they open a page.
access-give = Give somebody a role
access-give-what = Ask the person to go to the pages for case officers (the address ends in { $path }) and log in. There they see an issuer and a user ID, which they can send to you. A person can have one role in the whole service, and one in each consultation. A new one for the same place replaces the one they have.
access-issuer = Issuer
access-subject = User ID
access-subject-help = As the issuer writes it. Do not use a national identity number.
access-name = Name (optional)
access-name-help = So that others recognise the person in the list.
access-give-yes = Give the role
access-mistake-issuer = Write the issuer, as the person sees it on their page
access-mistake-subject = Write the user ID, as the person sees it on their page
access-mistake-national-id = This looks like a national identity number. Use the user ID that the person sees on their page.
access-mistake-name = The name is too long, or it holds a national identity number
access-mistake-role = Choose a role
access-mistake-round = The consultation is no longer there. Choose another.
access-mistake-last = This is the last administrator of the whole service. Make somebody else administrator first, or nobody can give access.
access-mistake-gone = The role has been taken away already

message-no-role-what = You are logged in, but have no role in case handling.
message-no-role-ask = Do you work here and need access? Ask the municipality’s administrator of Innspill, and send them this. Say too whether you need to read submissions, be a case officer or be an administrator, and for which consultation.
message-no-role-citizen = To answer a consultation you need no role.
message-link-is-dead = The link no longer works
message-link-is-dead-what = Such a link can be used once, and only for a quarter of an hour. Ask for a new one.

staff-link-heading = Log in as administrator
staff-link-what = The link was made on the server for whoever will give others access. It works once. You will be logged out after { $minutes } minutes.
staff-link-yes = Log in
