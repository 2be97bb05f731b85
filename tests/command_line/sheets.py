"""Reads exports with Python's own csv module and holds them against the source.

  sheets.py check SOURCE QUESTIONS DEADLINE SLUG DIALECT FILE
  sheets.py compare FILE FILE

Prints what is wrong, one line each; nothing where all is right. Nothing here is taken from the
service: order, lateness, text and counts are worked out from the source.
"""

import csv
import hashlib
import io
import json
import re
import sys
import unicodedata
from datetime import datetime

COLUMNS = (
    "theme_no theme question reference received_at late status channel respondent_kind "
    "respondent organisation org_number language answer form_version"
).split()
REFERENCE = COLUMNS.index("reference")
DELIMITER = {"excel": ";", "rfc4180": ","}


def as_kept(text):
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def is_seen(text):
    return any(unicodedata.category(character)[0] not in "ZC" for character in text)


def neutral(cell, dialect):
    return "'" + cell if dialect == "excel" and cell[:1] in tuple("=+-@\t\r") else cell


def expected_rows(entries, slug, questions, deadline, dialect):
    """The rows as they must stand: theme, then time of receipt, then order of arrival."""
    rows = []
    for arrival, entry in enumerate(entries):
        if entry["consultation"] != slug:
            continue
        received = datetime.fromisoformat(entry["received"])
        who = entry["respondent"]
        for number, text in entry["answers"].items():
            if not is_seen(text):
                continue
            theme, question = questions[int(number) - 1]
            cells = [
                number, theme, question, entry["key"],
                received.isoformat(timespec="milliseconds"),
                "true" if received >= deadline else "false",
                "received", entry["channel"], who["kind"], as_kept(who["name"]),
                as_kept(who["organisation"] or ""), who["org_number"] or "", entry["language"],
                as_kept(text), "1",
            ]
            order = (int(number), received, arrival)
            rows.append((order, [neutral(cell, dialect) for cell in cells]))
    return [cells for _, cells in sorted(rows, key=lambda row: row[0])]


def read(path, dialect):
    data = open(path, "rb").read()
    text = data.decode("utf-8-sig" if dialect == "excel" else "utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITER[dialect], strict=True))
    return data, rows


def check(source, questions, deadline, slug, dialect, path):
    entries = json.load(open(source, encoding="utf-8"))
    questions = json.loads(questions)
    deadline = datetime.fromisoformat(deadline)
    data, rows = read(path, dialect)
    yield from faults_of_form(data, rows, dialect)
    expected = expected_rows(entries, slug, questions, deadline, dialect)
    yield from faults_of_rows(rows[1:], expected)
    yield from faults_of_provenance(path, data, slug, dialect, expected)


def faults_of_form(data, rows, dialect):
    if rows[0] != COLUMNS:
        yield f"the header is {rows[0]}"
    if data.startswith(b"\xef\xbb\xbf") != (dialect == "excel"):
        yield "the byte order mark"
    if not data.endswith(b"\r\n"):
        yield "the last line has no CRLF"
    for row in rows:
        if len(row) != len(COLUMNS):
            yield f"a row of {len(row)} cells"


def faults_of_rows(rows, expected):
    if len(rows) != len(expected):
        yield f"{len(rows)} rows instead of {len(expected)}"
    references = {}
    for place, (row, wanted) in enumerate(zip(rows, expected), 1):
        for name, cell, should in zip(COLUMNS, row, wanted):
            if name == "reference":
                if not re.fullmatch("[0-9A-Z]{8}", cell) or references.setdefault(should, cell) != cell:
                    yield f"row {place}, reference of {should}: {cell}"
            elif cell != should:
                yield f"row {place}, {name}: {cell[:80]!r} instead of {should[:80]!r}"
    if len(set(references.values())) != len(references):
        yield "two submissions share a reference"


def faults_of_provenance(path, data, slug, dialect, expected):
    provenance = json.load(open(path + ".provenance.json", encoding="utf-8"))
    themes = {}
    for row in expected:
        themes[(int(row[0]), row[1])] = themes.get((int(row[0]), row[1]), 0) + 1
    wanted = {
        "file": {
            "name": path.rsplit("/", 1)[-1], "dialect": dialect, "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        },
        "counts": {
            "submissions": len({row[REFERENCE] for row in expected}),
            "answers": len(expected), "rows": len(expected), "rows_without_comment": 0,
            "per_theme": [
                {"theme_no": number, "theme": theme, "answers": count}
                for (number, theme), count in themes.items()
            ],
        },
        "phase": "closed", "provisional": False, "made_by": "command-line",
        "filter": {"status": None, "late": None}, "deadline": "2023-07-01T00:00:00.000+02:00",
        "deadline_last_day": "2023-06-30",
    }
    for name, value in wanted.items():
        if provenance[name] != value:
            yield f"provenance, {name}: {provenance[name]} instead of {value}"
    if provenance["round"]["slug"] != slug:
        yield f"provenance of the round {provenance['round']['slug']}"
    if [column["name"] for column in provenance["columns"]] != COLUMNS:
        yield "provenance, columns"


def compare(first, second):
    """Two files are the same but for the references: byte by byte, each reference blanked."""
    blanked = []
    for path in (first, second):
        dialect = "excel" if open(path, "rb").read(3) == b"\xef\xbb\xbf" else "rfc4180"
        data, rows = read(path, dialect)
        references = {row[REFERENCE] for row in rows[1:]}
        mark = DELIMITER[dialect].encode()
        for reference in references:
            data = data.replace(mark + reference.encode() + mark, mark + b"--------" + mark)
        blanked.append((data, len(references)))
    if blanked[0] != blanked[1]:
        yield f"{first} and {second} differ in more than the references"


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    command, *arguments = sys.argv[1:]
    for fault in {"check": check, "compare": compare}[command](*arguments):
        print(fault)
