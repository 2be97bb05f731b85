-- Seals over the audit log: each covers a batch of lines and continues the seal before it.
CREATE TABLE audit_seals (
    -- From 1, without gaps.
    number      INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    -- The digest of the seal before; zeros for the first.
    previous    TEXT    NOT NULL,
    -- SHA-256 over number, previous, sealed_at and lines, in hexadecimal.
    digest      TEXT    NOT NULL,
    -- Which key made the mac.
    key_id      TEXT    NOT NULL,
    -- HMAC-SHA-256 of the digest, with a key that is not in the database.
    mac         TEXT    NOT NULL,
    line_count  INTEGER NOT NULL CHECK (line_count > 0),
    -- Every line of the batch in the order of the ids: 16 bytes of id, 32 bytes of SHA-256.
    lines       BLOB    NOT NULL CHECK (length(lines) = line_count * 48),
    sealed_at   TEXT    NOT NULL
) STRICT;

ALTER TABLE audit_log ADD COLUMN seal_number INTEGER REFERENCES audit_seals (number);
CREATE INDEX audit_log_by_seal ON audit_log (seal_number, id);
CREATE INDEX audit_log_by_at ON audit_log (at, id);
CREATE INDEX audit_log_by_subject ON audit_log (subject, at);

-- REPLACE deletes without asking the delete trigger, so a second line with the same id is refused
-- before it comes to that.
CREATE TRIGGER audit_log_insert BEFORE INSERT ON audit_log
WHEN NEW.seal_number IS NOT NULL OR EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: a new line is not sealed and has an id of its own');
END;
CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log
WHEN OLD.seal_number IS NOT NULL OR NEW.seal_number IS NULL OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at
    OR NEW.actor IS NOT OLD.actor OR NEW.event IS NOT OLD.event OR NEW.subject IS NOT OLD.subject
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: a line can only be sealed, once');
END;
CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: no line is removed');
END;
CREATE TRIGGER audit_seals_insert BEFORE INSERT ON audit_seals
WHEN EXISTS (SELECT 1 FROM audit_seals WHERE number >= NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: a new seal continues the last one');
END;
CREATE TRIGGER audit_seals_update BEFORE UPDATE ON audit_seals
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: no seal is changed');
END;
CREATE TRIGGER audit_seals_delete BEFORE DELETE ON audit_seals
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only: no seal is removed');
END;
