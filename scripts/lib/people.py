"""People with the test login, for the scripts that measure."""
import http.client
import re
import urllib.parse


class Browser:
    def __init__(self, base):
        address = urllib.parse.urlsplit(base)
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=1200)
        self.cookies = {}

    def headers(self):
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def answer(self):
        answer = self.connection.getresponse()
        body = answer.read()
        for line in answer.headers.get_all("set-cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer, body

    def ask(self, method, path, fields=None):
        headers, body = self.headers(), None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        return self.answer()

    def token(self):
        page = self.ask("GET", "/logg-inn")[1].decode()
        return re.search('name="skjemakode" value="([^"]*)"', page).group(1)


def begin(base, form, number):
    """Someone who has logged in and saved a draft."""
    browser = Browser(base)
    login = {"persona": f"person-{number}", "tilbake": "/mine-innspill", "skjemakode": browser.token()}
    browser.ask("POST", "/logg-inn", login)
    page = browser.ask("GET", form)[1].decode()
    draft = {name: value for name, value in re.findall('name="(draft|version)" value="([^"]*)"', page)}
    draft |= {"role": "self", "name": "Kari Nordmann", "language": "nb", "answer-1": "Se vedlegget"}
    saved, _ = browser.ask("POST", form, draft | {"do": "save", "skjemakode": browser.token()})
    assert saved.status == 303, saved.status
    token = browser.token()
    # A connection that waits for its turn would be closed.
    browser.connection.close()
    return browser, token


BOUNDARY = "----bench"


def opening(token, name, media_type):
    """What stands before the file in a multipart body, and what stands after it."""
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="skjemakode"\r\n\r\n{token}\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="fil"; filename="{name}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n"
    )
    return head.encode(), f"\r\n--{BOUNDARY}--\r\n".encode()
