"""Holds a sheet that LibreOffice saved against the CSV file that it opened.

  sheet.py FILE.csv FILE.fods

Prints what is wrong, one line each. Two things are LibreOffice's own: it leaves tabs out of a
cell, and makes a lone CR a line break.
"""

import csv
import io
import sys
import xml.etree.ElementTree as ElementTree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def text_of(element):
    parts = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "s":
            parts.append(" " * int(child.get(TEXT + "c", "1")))
        elif child.tag == TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def rows_of(path):
    for row in ElementTree.parse(path).getroot().iter(TABLE + "table-row"):
        cells = []
        for cell in row.findall(TABLE + "table-cell"):
            text = "\n".join(text_of(paragraph) for paragraph in cell.findall(TEXT + "p"))
            formula = cell.get(TABLE + "formula")
            cells += [(text, formula)] * int(cell.get(TABLE + "number-columns-repeated", "1"))
        yield cells


def faults(csv_path, sheet_path):
    text = open(csv_path, encoding="utf-8-sig", newline="").read()
    wanted = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    sheet = list(rows_of(sheet_path))
    if len(sheet) != len(wanted):
        yield f"{len(sheet)} rows instead of {len(wanted)}"
    for number, (cells, row) in enumerate(zip(sheet, wanted), 1):
        if any(text for text, _ in cells[len(row):]):
            yield f"row {number} runs over its last column"
        for name, (shown, formula), should in zip(wanted[0], cells, row):
            if formula is not None or (should[:1] in tuple("+-=") and shown != should):
                yield f"row {number}, {name}: a formula or a number was made of {should[:40]!r}"
                continue
            should = should.replace("\t", "").replace("\r", "\n")
            # LibreOffice knows true and false, and shows them its own way.
            if shown != should and not (name == "late" and shown.lower() == should):
                yield f"row {number}, {name}: {len(shown)} characters {shown[:40]!r} instead of {len(should)} {should[:40]!r}"


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    for fault in faults(*sys.argv[1:]):
        print(fault)
