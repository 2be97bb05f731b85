-- What people are told of a round, and how far the worker has come in telling them; the outcome.

CREATE TABLE announcements (
    id               UUID NOT NULL PRIMARY KEY,
    consultation_id  UUID NOT NULL REFERENCES consultations (id),
    kind             TEXT NOT NULL,
    note             JSONB,
    closed_before    TIMESTAMPTZ NOT NULL,
    closes_at        TIMESTAMPTZ NOT NULL,
    announced_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX announcements_by_consultation ON announcements (consultation_id, id);

-- One row for each audience. A step writes its letters and moves the row in one transaction.
CREATE TABLE mailings (
    announcement_id  UUID    NOT NULL REFERENCES announcements (id),
    audience         TEXT    NOT NULL,
    -- The last of the audience who was looked at.
    reached          UUID,
    steps            INTEGER NOT NULL,
    letters          BIGINT  NOT NULL,
    ended_at         TIMESTAMPTZ,
    PRIMARY KEY (announcement_id, audience)
);
CREATE INDEX mailings_to_do ON mailings (announcement_id) WHERE ended_at IS NULL;

-- What came of a round; public when the round is concluded.
CREATE TABLE outcomes (
    consultation_id  UUID    NOT NULL PRIMARY KEY REFERENCES consultations (id),
    decision         JSONB   NOT NULL,
    decided_by       JSONB   NOT NULL,
    decided_on       TEXT,
    case_number      TEXT    NOT NULL,
    next_steps       JSONB   NOT NULL,
    revision         JSONB   NOT NULL,
    -- Counts the saves.
    version          INTEGER NOT NULL CHECK (version > 0),
    saved_at         TIMESTAMPTZ NOT NULL,
    saved_by         TEXT    NOT NULL
);

-- When whoever has the draft was reminded of it, or could not be for want of an address.
ALTER TABLE drafts ADD COLUMN reminded_at TIMESTAMPTZ;
CREATE INDEX drafts_by_consultation ON drafts (consultation_id, id);
CREATE INDEX drafts_to_remind ON drafts (consultation_id, saved_at) WHERE reminded_at IS NULL;

-- Whether the respondent wants a letter about the outcome.
ALTER TABLE revisions ADD COLUMN wants_outcome BOOLEAN NOT NULL DEFAULT FALSE;
