"""Sends files that are small until they are opened to a service with the test login, one after the other.

usage: bombs.py BASE SLUG PID
Prints for each how long the refusal took and how much more memory the process has taken at most since
it was asked; fails where one is taken, or asked for more than the bars allow.
"""
import io
import itertools
import re
import sys
import time
import zipfile
import zlib

from people import BOUNDARY, begin, opening

BASE, SLUG, PID = sys.argv[1:4]
FORM = f"/horinger/{SLUG}/innspill"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{WORD}.main+xml"/></Types>'
GIGABYTES = 10
SECONDS, MEGABYTES = 1.0, 64
people = itertools.count(100_000)


def package(document):
    """A DOCX whose text is `document`."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("[Content_Types].xml", TYPES)
        pack.writestr("word/document.xml", document)
    return whole.getvalue()


def zip_bomb():
    """Ten gigabytes of the letter «a» in a DOCX: what is deflated once is repeated, and the directory
    says what comes out."""
    pack = package(b"a")
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = squeeze.compress(b"a" * 1_000_000) + squeeze.flush(zlib.Z_FULL_FLUSH)
    text = piece * (GIGABYTES * 1000) + squeeze.flush(zlib.Z_FINISH)
    crc = 0
    for _ in range(GIGABYTES * 100):
        crc = zlib.crc32(b"a" * 10_000_000, crc)
    size = min(GIGABYTES * 1_000_000_000, 0xFFFF_FFFE)
    return splice(pack, text, crc, size)


def splice(pack, text, crc, size):
    """The package with the deflated `text` as its document."""
    with zipfile.ZipFile(io.BytesIO(pack)) as read:
        entry = read.getinfo("word/document.xml")
        at = entry.header_offset + 30 + len(entry.filename) + len(entry.extra)
        old, start = entry.compress_size, read.start_dir
    facts = b"".join(number.to_bytes(4, "little") for number in (crc, len(text), size))
    local = pack[: entry.header_offset + 14] + facts + pack[entry.header_offset + 26 : at]
    directory = bytearray(pack[start:])
    place = directory.rfind(b"PK\x01\x02")
    directory[place + 16 : place + 28] = facts
    end = directory.rfind(b"PK\x05\x06")
    directory[end + 16 : end + 20] = (start + len(text) - old).to_bytes(4, "little")
    return local + text + pack[at + old : start] + bytes(directory)


def laughs():
    """A billion laughs: nine entities, each ten times the one before."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return package(f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]><w>&l9;</w>')


def peak():
    with open(f"/proc/{PID}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1024


def send(name, path, content):
    browser, token = begin(BASE, FORM, next(people))
    head, foot = opening(token, "skjema.docx", WORD)
    headers = browser.headers() | {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    before, begun = peak(), time.time()
    browser.connection.request("POST", f"{FORM}/{path}", head + content + foot, headers)
    answer, _ = browser.answer()
    took, more = time.time() - begun, peak() - before
    print(f"{name:34} {len(content) / 1e6:6.1f} MB sent: {answer.status} after {took * 1000:.0f} ms, {more:.1f} MB more")
    return answer.status == 422 and took < SECONDS and more < MEGABYTES


def main():
    # Everything the process needs for an ordinary file is there before it is measured.
    send("an ordinary file", "last-opp", package("<w/>"))
    files = {"10 GB zip bomb": zip_bomb(), "billion laughs": laughs()}
    held = [
        send(f"{name}, {path}", path, content)
        for name, content in files.items()
        for path in ("vedlegg", "last-opp")
    ]
    if not all(held):
        sys.exit("one was taken, or asked for more than the bars allow")


main()
