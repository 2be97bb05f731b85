-- Bytes that are kept, whatever they are used for; they are found by their hash.

CREATE TABLE files (
    sha256      TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    size_bytes  BIGINT  NOT NULL CHECK (size_bytes >= 0),
    media_type  TEXT    NOT NULL,
    kept_at     TIMESTAMPTZ NOT NULL,
    scan        TEXT    NOT NULL CHECK (scan IN ('waiting', 'clean', 'infected', 'failed')),
    scanned_at  TIMESTAMPTZ,
    -- What the virus scanner found.
    signature   TEXT
);
CREATE INDEX files_to_scan ON files (scan, kept_at);

INSERT INTO files (sha256, size_bytes, media_type, kept_at, scan)
SELECT documents.sha256, MAX(documents.size_bytes), MAX(documents.media_type),
       MIN(consultations.created_at), 'waiting'
FROM documents JOIN consultations ON consultations.id = documents.consultation_id
GROUP BY documents.sha256;

-- Files that go with a draft, or with one revision of a submission.
CREATE TABLE attachments (
    id           UUID    NOT NULL PRIMARY KEY,
    draft_id     UUID    REFERENCES drafts (id) ON DELETE CASCADE,
    revision_id  UUID    REFERENCES revisions (id),
    position     INTEGER NOT NULL,
    role         TEXT    NOT NULL CHECK (role IN ('attachment', 'filled-form')),
    name         TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    sha256       TEXT    NOT NULL REFERENCES files (sha256),
    added_at     TIMESTAMPTZ NOT NULL,
    CHECK ((draft_id IS NULL) <> (revision_id IS NULL)),
    UNIQUE (draft_id, sha256),
    UNIQUE (revision_id, sha256)
);
CREATE INDEX attachments_by_file ON attachments (sha256);
