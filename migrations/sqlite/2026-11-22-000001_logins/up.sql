-- Sessions know their provider and how long they may rest. Those from before know neither, so
-- everyone logs in once more.
DROP TABLE sessions;
CREATE TABLE sessions (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    token_sha256  TEXT NOT NULL UNIQUE,
    issuer        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    level         TEXT NOT NULL,
    locale        TEXT,
    name          TEXT,
    role          TEXT CHECK (role IN ('reader', 'case-officer', 'administrator')),
    provider      TEXT,
    sid           TEXT,
    created_at    TEXT NOT NULL,
    seen_at       TEXT NOT NULL,
    idle_ends_at  TEXT NOT NULL,
    expires_at    TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_subject ON sessions (issuer, subject);
CREATE INDEX sessions_by_sid ON sessions (provider, sid) WHERE sid IS NOT NULL;

-- Logins that have begun at a provider and are not over.
CREATE TABLE logins (
    state_sha256    TEXT NOT NULL PRIMARY KEY,
    browser_sha256  TEXT NOT NULL,
    provider        TEXT NOT NULL,
    nonce           TEXT NOT NULL,
    verifier        TEXT NOT NULL,
    back            TEXT NOT NULL,
    language        TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    expires_at      TEXT NOT NULL
) STRICT;
CREATE INDEX logins_by_end ON logins (expires_at);

-- Logout tokens that were obeyed, so that each is obeyed once.
CREATE TABLE logout_tokens (
    token_sha256  TEXT NOT NULL PRIMARY KEY,
    expires_at    TEXT NOT NULL
) STRICT;
