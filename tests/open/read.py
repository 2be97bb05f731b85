"""Reads feeds and calendars with programs that know nothing of ours, and prints what they found.

usage: read.py FOLDER — reads *.atom and *.ics there; prints one JSON object by file name.
"""

import json
import sys
from pathlib import Path

import feedparser
import icalendar


def feed(path):
    read = feedparser.parse(path.read_bytes(), sanitize_html=False)
    if read.bozo:
        raise SystemExit(f"{path.name}: {read.bozo_exception}")
    assert read.version == "atom10", read.version
    for needed in ("id", "title", "updated_parsed"):
        assert read.feed.get(needed), f"{path.name} has no {needed}"
    entries = []
    for entry in read.entries:
        for needed in ("id", "title", "updated_parsed", "published_parsed", "link", "summary"):
            assert entry.get(needed), f"an entry of {path.name} has no {needed}"
        entries.append(
            {
                "id": entry.id,
                "title": entry.title,
                "link": entry.link,
                "summary": entry.summary,
                "phase": entry.tags[0].term,
                "related": [link.href for link in entry.links if link.rel == "related"],
            }
        )
    own = [link.href for link in read.feed.links if link.rel == "self"]
    return {"title": read.feed.title, "author": read.feed.author, "self": own, "entries": entries}


def calendar(path):
    read = icalendar.Calendar.from_ical(path.read_bytes())
    events = read.walk("VEVENT")
    for component in [read, *events]:
        assert not component.errors, f"{path.name}: {component.errors}"
    assert read["VERSION"] == "2.0" and read["PRODID"], path.name
    (event,) = events
    for needed in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        assert event.get(needed), f"{path.name} has no {needed}"
    start, end = event["DTSTART"].dt, event.get("DTEND")
    return {
        "uid": str(event["UID"]),
        "start": start.isoformat(),
        "end": end.dt.isoformat() if end else None,
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "url": str(event["URL"]),
    }


def main(folder):
    found = {path.name: feed(path) for path in sorted(folder.glob("*.atom"))}
    found |= {path.name: calendar(path) for path in sorted(folder.glob("*.ics"))}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
