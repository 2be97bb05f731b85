-- Seals over the audit log: each covers a batch of lines and continues the seal before it.
CREATE TABLE audit_seals (
    -- From 1, without gaps.
    number      BIGINT  NOT NULL PRIMARY KEY CHECK (number > 0),
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
    lines       BYTEA   NOT NULL CHECK (length(lines) = line_count * 48),
    sealed_at   TIMESTAMPTZ NOT NULL
);

ALTER TABLE audit_log ADD COLUMN seal_number BIGINT REFERENCES audit_seals (number);
-- Subjects are sought by how they begin, in the order of their bytes, as on SQLite.
ALTER TABLE audit_log ALTER COLUMN subject TYPE TEXT COLLATE "C";
CREATE INDEX audit_log_by_seal ON audit_log (seal_number, id);
CREATE INDEX audit_log_by_at ON audit_log (at, id);
CREATE INDEX audit_log_by_subject ON audit_log (subject, at);

CREATE FUNCTION audit_log_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seal_number IS NOT NULL THEN
        RAISE EXCEPTION 'the audit log is append-only: a new line is not sealed';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION audit_log_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.seal_number IS NOT NULL OR NEW.seal_number IS NULL
        OR (NEW.id, NEW.at, NEW.actor, NEW.event, NEW.subject)
            IS DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD.event, OLD.subject) THEN
        RAISE EXCEPTION 'the audit log is append-only: a line can only be sealed, once';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: no line or seal is changed or removed';
END $$;

CREATE TRIGGER audit_log_insert BEFORE INSERT ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_insert();
CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_update();
CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER audit_log_truncate BEFORE TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER audit_seals_update BEFORE UPDATE ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER audit_seals_delete BEFORE DELETE ON audit_seals
    FOR EACH ROW EXECUTE FUNCTION audit_is_kept();
CREATE TRIGGER audit_seals_truncate BEFORE TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
