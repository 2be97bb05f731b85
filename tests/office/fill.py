"""Fills in forms with python-docx, as a program would that knows nothing of the service: by the tags
of the content controls.

  fill.py JOBS.json

JOBS is a list of {"form": path, "out": path, "fields": {tag: text}}. A text of several lines becomes
as many paragraphs.
"""

import copy
import json
import sys

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"


def say(paragraph, text):
    """Puts the text in place of all runs of the paragraph."""
    for run in list(paragraph._p.findall(qn("w:r"))):
        paragraph._p.remove(run)
    paragraph.add_run(text)


def fill(control, text):
    properties = control.find(qn("w:sdtPr"))
    for shown in properties.findall(qn("w:showingPlcHdr")):
        properties.remove(shown)
    for checked in properties.iter(CHECKED):
        checked.set(VALUE, "1")
    content = control.find(qn("w:sdtContent"))
    paragraphs = content.findall(qn("w:p"))
    if not paragraphs:
        # A field of one line stands in a paragraph: its first run bears the text.
        first, *others = content.findall(qn("w:r"))
        for run in others:
            content.remove(run)
        docx.text.run.Run(first, None).text = text
        return
    pattern = copy.deepcopy(paragraphs[0])
    for paragraph in paragraphs:
        content.remove(paragraph)
    for line in text.split("\n"):
        paragraph = copy.deepcopy(pattern)
        content.append(paragraph)
        say(Paragraph(paragraph, None), line)


def main(path):
    for job in json.load(open(path, encoding="utf-8")):
        document = docx.Document(job["form"])
        left = dict(job["fields"])
        for control in document.element.body.iter(qn("w:sdt")):
            tag = control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val"))
            if tag in left:
                fill(control, left.pop(tag))
        if left:
            sys.exit(f"{job['form']}: no control for {sorted(left)}")
        document.save(job["out"])


main(sys.argv[1])
