-- What was typed in a form that could not be taken, until the person has logged in again. Sealed
-- with a key that only their browser has.

CREATE TABLE parked_forms (
    id            UUID  NOT NULL PRIMARY KEY,
    token_sha256  TEXT  NOT NULL UNIQUE,
    sealed        BYTEA NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX parked_forms_by_end ON parked_forms (expires_at);
