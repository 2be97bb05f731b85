DROP TABLE logout_tokens;
DROP TABLE logins;
DROP TABLE sessions;
CREATE TABLE sessions (
    id            UUID NOT NULL PRIMARY KEY,
    token_sha256  TEXT NOT NULL UNIQUE,
    issuer        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    level         TEXT NOT NULL,
    locale        TEXT,
    name          TEXT,
    role          TEXT CHECK (role IN ('reader', 'case-officer', 'administrator')),
    created_at    TIMESTAMPTZ NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL
);
