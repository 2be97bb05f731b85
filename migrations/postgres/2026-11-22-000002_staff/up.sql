CREATE TABLE staff_grants (
    id               UUID NOT NULL PRIMARY KEY,
    -- The person, as the login provider says it.
    issuer           TEXT NOT NULL,
    subject          TEXT NOT NULL,
    -- As typed by whoever gave the role.
    name             TEXT,
    role             TEXT NOT NULL CHECK (role IN ('reader', 'case-officer', 'administrator')),
    -- The round it is for; null for the whole installation.
    consultation_id  UUID REFERENCES consultations (id),
    granted_at       TIMESTAMPTZ NOT NULL,
    granted_by       TEXT NOT NULL
);
-- Two, because nulls are not equal to each other.
CREATE UNIQUE INDEX staff_grants_by_round ON staff_grants (issuer, subject, consultation_id);
CREATE UNIQUE INDEX staff_grants_everywhere ON staff_grants (issuer, subject) WHERE consultation_id IS NULL;

-- Links for an administrator, printed at a shell on the server.
CREATE TABLE staff_links (
    id            UUID NOT NULL PRIMARY KEY,
    token_sha256  TEXT NOT NULL UNIQUE,
    printed_at    TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL,
    used_at       TIMESTAMPTZ
);
