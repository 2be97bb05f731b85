"""Sends many files at once to a service with the test login, all of them in flight together.

usage: upload.py BASE SLUG PEOPLE MEGABYTES
Prints how long it took, and fails unless every file was taken.
"""
import os
import sys
import threading
import time

from people import BOUNDARY, begin, opening

BASE, SLUG, PEOPLE, MEGABYTES = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
FORM = f"/horinger/{SLUG}/innspill"
PIECE = b"0 0 0 rg 10 20 30 40 re f\n" * 2500
all_under_way = threading.Barrier(PEOPLE)
all_but_the_end = threading.Barrier(PEOPLE)
outcomes = []


def upload(browser, token):
    try:
        outcomes.append(send(browser, token))
    except Exception as error:
        outcomes.append(error)
        all_under_way.abort()
        all_but_the_end.abort()


def send(browser, token):
    head, foot = opening(token, "kart.pdf", "application/pdf")
    head += f"%PDF-1.7\n%{os.urandom(16).hex()}\n".encode()
    foot = b"\n%%EOF\n" + foot
    pieces = MEGABYTES * 1_000_000 // len(PIECE)
    connection = browser.connection
    connection.putrequest("POST", f"{FORM}/vedlegg")
    for name, value in browser.headers().items():
        connection.putheader(name, value)
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
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
        # It was refused before it came to its end; the answer says why, and the others need not wait.
        all_under_way.abort()
        all_but_the_end.abort()
    answer, body = browser.answer()
    return answer.status if answer.status != 422 else body


def main():
    people = [begin(BASE, FORM, number) for number in range(PEOPLE)]
    threads = [threading.Thread(target=upload, args=person) for person in people]
    begun = time.time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = sum(outcome == 303 for outcome in outcomes)
    print(f"{taken} of {PEOPLE} files of {MEGABYTES} MB taken in {time.time() - begun:.1f} s")
    if taken < PEOPLE:
        others = [str(outcome)[:300] for outcome in outcomes if outcome != 303]
        sys.exit("\n".join(others[:5]))


main()
