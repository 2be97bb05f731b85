"""Opens forms in LibreOffice, types in their fields and saves them as DOCX and as ODT.

  type.py JOBS.json PROFILE

JOBS is a list of {"form": path, "out": path without ending, "fields": {bookmark: text}}. The fields
are found by their bookmarks, and what stands there is marked and typed over, key by key, as a
person does. Needs LibreOffice's own Python module (Debian: python3-uno).
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8"}


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def address(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def connect(pipe):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


class Keyboard:
    def __init__(self, context, document):
        manager = context.ServiceManager
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.document = document
        self.controller = document.getCurrentController()

    def command(self, name, *arguments):
        self.dispatcher.executeDispatch(self.controller.getFrame(), ".uno:" + name, "", 0, arguments)

    def type_over(self, bookmark, text):
        place = self.document.getBookmarks().getByName(bookmark).getAnchor()
        words = place.getText().createTextCursorByRange(place.getStart())
        # A bookmark around whole paragraphs begins at the end of the one before; nobody who types
        # over what they see begins there.
        if words.isEndOfParagraph():
            words.gotoNextParagraph(False)
        if "\n" in place.getString() or not words.isStartOfParagraph():
            words.gotoEndOfParagraph(True)
        else:
            words.gotoRange(place.getEnd(), True)
        self.controller.getViewCursor().gotoRange(words, False)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.command("InsertPara")
            if line:
                self.command("InsertText", prop("Text", line))


def main(path, profile):
    pipe = f"innspill{os.getpid()}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;",
         f"-env:UserInstallation=file://{os.path.abspath(profile)}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for job in json.load(open(path, encoding="utf-8")):
            document = desktop.loadComponentFromURL(address(job["form"]), "_blank", 0, ())
            keyboard = Keyboard(context, document)
            for bookmark, text in job["fields"].items():
                keyboard.type_over(bookmark, text)
            for ending, name in FILTERS.items():
                document.storeToURL(address(f"{job['out']}.{ending}"), (prop("FilterName", name),))
            document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass  # The answer to «end» is sometimes the end itself.
        office.wait(30)
    finally:
        office.kill()


main(*sys.argv[1:])
