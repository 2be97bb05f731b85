-- Who wants a letter when a round opens, and how far the letters about each round have come.

CREATE TABLE subscribers (
    id            UUID        NOT NULL PRIMARY KEY,
    -- HMAC of the address.
    address_key   TEXT        NOT NULL UNIQUE,
    token_sha256  TEXT        NOT NULL UNIQUE,
    address       TEXT        NOT NULL,
    -- Stands in every letter, so it must be known; sealed as the address is.
    token         TEXT        NOT NULL,
    language      TEXT        NOT NULL,
    asked         INTEGER     NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    confirmed_at  TIMESTAMPTZ
);
CREATE INDEX subscribers_by_confirmed ON subscribers (confirmed_at, created_at);

-- One row for each round that was told of: so far up to which subscriber, by id.
CREATE TABLE round_tellings (
    consultation_id  UUID NOT NULL PRIMARY KEY REFERENCES consultations (id) ON DELETE CASCADE,
    told_to          UUID,
    finished_at      TIMESTAMPTZ
);

-- Where one press in a mail program stops the letters; null where there is nothing to stop.
ALTER TABLE letters ADD COLUMN unsubscribe TEXT;
