# The staff's pages.

channel-web = Nettskjema
channel-form-upload = Opplasta skjema
channel-letter = Brev
channel-email = E-post
channel-meeting = Møte
