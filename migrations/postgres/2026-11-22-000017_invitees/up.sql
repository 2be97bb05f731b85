-- Consulted bodies that are invited to answer a round.

CREATE TABLE invitees (
    id               UUID NOT NULL PRIMARY KEY,
    consultation_id  UUID NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
    name             TEXT NOT NULL,
    org_number       TEXT,
    -- Where letters go; sealed.
    address          TEXT NOT NULL,
    language         TEXT NOT NULL,
    added_at         TIMESTAMPTZ NOT NULL,
    -- When staff decided to send the invitation; the worker writes the letter.
    asked_at         TIMESTAMPTZ,
    -- When the link was followed for the first time.
    opened_at        TIMESTAMPTZ,
    -- When staff stopped letters and link.
    stopped_at       TIMESTAMPTZ
);
CREATE INDEX invitees_by_consultation ON invitees (consultation_id, id);

-- One row for each letter to one of them. Two workers that write the same letter meet the primary key.
CREATE TABLE invitee_letters (
    invitee_id    UUID NOT NULL REFERENCES invitees (id) ON DELETE CASCADE,
    -- What it was about: «invitation», «reminder» with its moment, «told» with the decision.
    occasion      TEXT NOT NULL,
    -- The letter is removed in its time, this row stays.
    letter_id     UUID NOT NULL,
    -- Of the link in the letter; all of them work.
    token_sha256  TEXT NOT NULL UNIQUE,
    written_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (invitee_id, occasion)
);
CREATE INDEX invitee_letters_by_letter ON invitee_letters (letter_id);

-- The drafts that were begun for one of them, which are gone when they are sent.
CREATE TABLE invitee_drafts (
    invitee_id  UUID NOT NULL REFERENCES invitees (id) ON DELETE CASCADE,
    draft_id    UUID NOT NULL,
    PRIMARY KEY (invitee_id, draft_id)
);

-- When a round's consulted bodies are reminded, and how far the worker has come.
CREATE TABLE invitation_plans (
    consultation_id  UUID NOT NULL PRIMARY KEY REFERENCES consultations (id) ON DELETE CASCADE,
    -- Days before the deadline, the most first.
    reminder_days    JSONB NOT NULL,
    -- The moment of the last reminder that everyone has got who should.
    reminded_until   TIMESTAMPTZ NOT NULL,
    -- The moment of the last new deadline that everyone has been told of.
    told_until       TIMESTAMPTZ NOT NULL
);

-- Who has answered for a consulted body is found by its number or its name.
CREATE INDEX revisions_by_org_number ON revisions (org_number) WHERE org_number IS NOT NULL;
CREATE INDEX revisions_by_organisation ON revisions (organisation) WHERE organisation IS NOT NULL;
