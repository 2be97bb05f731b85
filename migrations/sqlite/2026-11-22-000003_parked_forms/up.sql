-- What was typed in a form that could not be taken, until the person has logged in again. Sealed
-- with a key that only their browser has.

CREATE TABLE parked_forms (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    token_sha256  TEXT NOT NULL UNIQUE,
    sealed        BLOB NOT NULL,
    expires_at    TEXT NOT NULL
) STRICT;
CREATE INDEX parked_forms_by_end ON parked_forms (expires_at);
