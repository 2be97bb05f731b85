-- Rounds are made and edited by several people; colleagues see them by a link before they are public.

-- Counts the changes made by those who set the round up, so that of two at once the second is told.
ALTER TABLE consultations ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

CREATE TABLE preview_links (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
    token_sha256     TEXT NOT NULL UNIQUE,
    label            TEXT NOT NULL,
    made_at          TEXT NOT NULL,
    made_by          TEXT NOT NULL
) STRICT;
CREATE INDEX preview_links_by_consultation ON preview_links (consultation_id, id);
