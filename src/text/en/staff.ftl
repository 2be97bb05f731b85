# The staff's pages.

channel-web = Web form
channel-form-upload = Uploaded form
channel-letter = Letter
channel-email = E-mail
channel-meeting = Meeting
