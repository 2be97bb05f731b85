-- Consulted bodies that are invited to answer a round.

CREATE TABLE invitees (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
    name             TEXT NOT NULL,
    org_number       TEXT,
    -- Where letters go; sealed.
    address          TEXT NOT NULL,
    language         TEXT NOT NULL,
    added_at         TEXT NOT NULL,
    -- When staff decided to send the invitation; the worker writes the letter.
    asked_at         TEXT,
    -- When the link was followed for the first time.
    opened_at        TEXT,
    -- When staff stopped letters and link.
    stopped_at       TEXT
) STRICT;
CREATE INDEX invitees_by_consultation ON invitees (consultation_id, id);

-- One row for each letter to one of them. Two workers that write the same letter meet the primary key.
CREATE TABLE invitee_letters (
    invitee_id    BLOB NOT NULL REFERENCES invitees (id) ON DELETE CASCADE,
    -- What it was about: «invitation», «reminder» with its moment, «told» with the decision.
    occasion      TEXT NOT NULL,
    -- The letter is removed in its time, this row stays.
    letter_id     BLOB NOT NULL CHECK (length(letter_id) = 16),
    -- Of the link in the letter; all of them work.
    token_sha256  TEXT NOT NULL UNIQUE,
    written_at    TEXT NOT NULL,
    PRIMARY KEY (invitee_id, occasion)
) STRICT, WITHOUT ROWID;
CREATE INDEX invitee_letters_by_letter ON invitee_letters (letter_id);

-- The drafts that were begun for one of them, which are gone when they are sent.
CREATE TABLE invitee_drafts (
    invitee_id  BLOB NOT NULL REFERENCES invitees (id) ON DELETE CASCADE,
    draft_id    BLOB NOT NULL CHECK (length(draft_id) = 16),
    PRIMARY KEY (invitee_id, draft_id)
) STRICT, WITHOUT ROWID;

-- When a round's consulted bodies are reminded, and how far the worker has come.
CREATE TABLE invitation_plans (
    consultation_id  BLOB NOT NULL PRIMARY KEY REFERENCES consultations (id) ON DELETE CASCADE,
    -- Days before the deadline, the most first.
    reminder_days    TEXT NOT NULL CHECK (json_valid(reminder_days)),
    -- The moment of the last reminder that everyone has got who should.
    reminded_until   TEXT NOT NULL,
    -- The moment of the last new deadline that everyone has been told of.
    told_until       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has answered for a consulted body is found by its number or its name.
CREATE INDEX revisions_by_org_number ON revisions (org_number) WHERE org_number IS NOT NULL;
CREATE INDEX revisions_by_organisation ON revisions (organisation) WHERE organisation IS NOT NULL;
