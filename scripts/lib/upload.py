"""Sends many files at once to a service with the test login, all of them in flight together.

usage: upload.py BASE SLUG PEOPLE MEGABYTES
Prints how long it took, and fails unless every file was taken.
"""
import http.client
import os
import re
import sys
import threading
import time
import urllib.parse

BASE, SLUG, PEOPLE, MEGABYTES = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
ADDRESS = urllib.parse.urlsplit(BASE)
FORM = f"/horinger/{SLUG}/innspill"
PIECE = b"0 0 0 rg 10 20 30 40 re f\n" * 2500
all_under_way = threading.Barrier(PEOPLE)
all_but_the_end = threading.Barrier(PEOPLE)
outcomes = []


class Browser:
    def __init__(self):
        self.connection = http.client.HTTPConnection(ADDRESS.hostname, ADDRESS.port, timeout=1200)
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


def begin(number):
    """Someone who has logged in and saved a draft."""
    browser = Browser()
    login = {"persona": f"person-{number}", "tilbake": "/mine-innspill", "skjemakode": browser.token()}
    browser.ask("POST", "/logg-inn", login)
    page = browser.ask("GET", FORM)[1].decode()
    draft = {name: value for name, value in re.findall('name="(draft|version)" value="([^"]*)"', page)}
    draft |= {"role": "self", "name": "Kari Nordmann", "language": "nb", "answer-1": "Se vedlegget"}
    saved, _ = browser.ask("POST", FORM, draft | {"do": "save", "skjemakode": browser.token()})
    assert saved.status == 303, saved.status
    token = browser.token()
    # A connection that waits for its turn would be closed.
    browser.connection.close()
    return browser, token


def upload(browser, token):
    try:
        outcomes.append(send(browser, token))
    except Exception as error:
        outcomes.append(error)
        all_under_way.abort()
        all_but_the_end.abort()


def send(browser, token):
    boundary = "----bench"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="skjemakode"\r\n\r\n{token}\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="fil"; filename="kart.pdf"\r\n'
        f"Content-Type: application/pdf\r\n\r\n%PDF-1.7\n%{os.urandom(16).hex()}\n"
    ).encode()
    foot = f"\n%%EOF\n\r\n--{boundary}--\r\n".encode()
    pieces = MEGABYTES * 1_000_000 // len(PIECE)
    connection = browser.connection
    connection.putrequest("POST", f"{FORM}/vedlegg")
    for name, value in browser.headers().items():
        connection.putheader(name, value)
    connection.putheader("Content-Type", f"multipart/form-data; boundary={boundary}")
    connection.putheader("Content-Length", str(len(head) + pieces * len(PIECE) + len(foot)))
    connection.endheaders()
    try:
        connection.send(head)
        for number in range(pieces):
            connection.send(PIECE)
            if number == pieces // 20:
                all_under_way.wait()
        all_but_the_end.wait()
        connection.send(foot)
    except ConnectionError:
        # It was refused before it came to its end; the answer says why.
        pass
    answer, body = browser.answer()
    return answer.status if answer.status != 422 else body


def main():
    people = [begin(number) for number in range(PEOPLE)]
    threads = [threading.Thread(target=upload, args=person) for person in people]
    begun = time.time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = sum(outcome == 303 for outcome in outcomes)
    print(f"{taken} of {PEOPLE} files of {MEGABYTES} MB taken in {time.time() - begun:.1f} s")
    if taken < PEOPLE:
        sys.exit(next(str(outcome) for outcome in outcomes if outcome != 303))


main()
