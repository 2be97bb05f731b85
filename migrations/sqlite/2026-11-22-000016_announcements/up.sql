-- What people are told of a round, and how far the worker has come in telling them; the outcome.

CREATE TABLE announcements (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB NOT NULL REFERENCES consultations (id),
    kind             TEXT NOT NULL,
    note             TEXT CHECK (json_valid(note)),
    closed_before    TEXT NOT NULL,
    closes_at        TEXT NOT NULL,
    announced_at     TEXT NOT NULL
) STRICT;
CREATE INDEX announcements_by_consultation ON announcements (consultation_id, id);

-- One row for each audience. A step writes its letters and moves the row in one transaction.
CREATE TABLE mailings (
    announcement_id  BLOB    NOT NULL REFERENCES announcements (id),
    audience         TEXT    NOT NULL,
    -- The last of the audience who was looked at.
    reached          BLOB    CHECK (length(reached) = 16),
    steps            INTEGER NOT NULL,
    letters          INTEGER NOT NULL,
    ended_at         TEXT,
    PRIMARY KEY (announcement_id, audience)
) STRICT, WITHOUT ROWID;
CREATE INDEX mailings_to_do ON mailings (announcement_id) WHERE ended_at IS NULL;

-- What came of a round; public when the round is concluded.
CREATE TABLE outcomes (
    consultation_id  BLOB    NOT NULL PRIMARY KEY REFERENCES consultations (id),
    decision         TEXT    NOT NULL CHECK (json_valid(decision)),
    decided_by       TEXT    NOT NULL CHECK (json_valid(decided_by)),
    decided_on       TEXT,
    case_number      TEXT    NOT NULL,
    next_steps       TEXT    NOT NULL CHECK (json_valid(next_steps)),
    revision         TEXT    NOT NULL CHECK (json_valid(revision)),
    -- Counts the saves.
    version          INTEGER NOT NULL CHECK (version > 0),
    saved_at         TEXT    NOT NULL,
    saved_by         TEXT    NOT NULL
) STRICT;

-- When whoever has the draft was reminded of it, or could not be for want of an address.
ALTER TABLE drafts ADD COLUMN reminded_at TEXT;
CREATE INDEX drafts_by_consultation ON drafts (consultation_id, id);
CREATE INDEX drafts_to_remind ON drafts (consultation_id, saved_at) WHERE reminded_at IS NULL;

-- Whether the respondent wants a letter about the outcome.
ALTER TABLE revisions ADD COLUMN wants_outcome INTEGER NOT NULL DEFAULT 0 CHECK (wants_outcome IN (0, 1));
