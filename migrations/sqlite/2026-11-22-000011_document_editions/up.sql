-- Documents that are added and replaced in the browser, and the files that they had before.

-- Which edition the file is; each replacement makes the next.
ALTER TABLE documents ADD COLUMN edition INTEGER NOT NULL DEFAULT 1 CHECK (edition >= 1);
-- Counts the changes of words and file.
ALTER TABLE documents ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- Null where the document came with the round's file.
ALTER TABLE documents ADD COLUMN added_at TEXT;
ALTER TABLE documents ADD COLUMN added_by TEXT;

UPDATE documents SET media_type = 'text/plain' WHERE media_type = 'text/plain; charset=utf-8';
UPDATE files SET media_type = 'text/plain' WHERE media_type = 'text/plain; charset=utf-8';

CREATE TABLE document_editions (
    document_id  BLOB    NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL CHECK (number >= 1),
    sha256       TEXT    NOT NULL REFERENCES files (sha256),
    size_bytes   INTEGER NOT NULL,
    media_type   TEXT    NOT NULL,
    replaced_at  TEXT    NOT NULL,
    replaced_by  TEXT    NOT NULL,
    -- In public; null where nobody had seen the edition yet.
    reason       TEXT    CHECK (json_valid(reason)),
    PRIMARY KEY (document_id, number)
) STRICT;
CREATE INDEX document_editions_by_file ON document_editions (sha256);
