-- Bytes that are kept, whatever they are used for; they are found by their hash.

CREATE TABLE files (
    sha256      TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size_bytes  INTEGER NOT NULL CHECK (size_bytes >= 0),
    media_type  TEXT    NOT NULL,
    kept_at     TEXT    NOT NULL,
    scan        TEXT    NOT NULL CHECK (scan IN ('waiting', 'clean', 'infected', 'failed')),
    scanned_at  TEXT,
    -- What the virus scanner found.
    signature   TEXT
) STRICT;
CREATE INDEX files_to_scan ON files (scan, kept_at);

INSERT INTO files (sha256, size_bytes, media_type, kept_at, scan)
SELECT documents.sha256, MAX(documents.size_bytes), MAX(documents.media_type),
       MIN(consultations.created_at), 'waiting'
FROM documents JOIN consultations ON consultations.id = documents.consultation_id
GROUP BY documents.sha256;

-- Files that go with a draft, or with one revision of a submission.
CREATE TABLE attachments (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    draft_id     BLOB    REFERENCES drafts (id) ON DELETE CASCADE,
    revision_id  BLOB    REFERENCES revisions (id),
    position     INTEGER NOT NULL,
    role         TEXT    NOT NULL CHECK (role IN ('attachment', 'filled-form')),
    name         TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    sha256       TEXT    NOT NULL REFERENCES files (sha256),
    added_at     TEXT    NOT NULL,
    CHECK ((draft_id IS NULL) <> (revision_id IS NULL)),
    UNIQUE (draft_id, sha256),
    UNIQUE (revision_id, sha256)
) STRICT;
CREATE INDEX attachments_by_file ON attachments (sha256);
