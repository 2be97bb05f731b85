-- Who may answer a round, links by letter, and drafts that several write on.

ALTER TABLE consultations ADD COLUMN who_may_answer TEXT NOT NULL DEFAULT 'id-porten'
    CHECK (who_may_answer IN ('open', 'e-mail', 'id-porten'));
-- Why, in public; null where nothing needs to be said.
ALTER TABLE consultations ADD COLUMN who_may_answer_why TEXT CHECK (json_valid(who_may_answer_why));

CREATE TABLE login_links (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    token_sha256     TEXT NOT NULL UNIQUE,
    consultation_id  BLOB NOT NULL REFERENCES consultations (id),
    -- HMAC of the address: the subject of the session that the link makes.
    subject          TEXT NOT NULL,
    -- Where the letter goes, to fill in the form with.
    address          TEXT NOT NULL,
    created_at       TEXT NOT NULL,
    expires_at       TEXT NOT NULL,
    used_at          TEXT
) STRICT;
CREATE INDEX login_links_by_subject ON login_links (subject, created_at);

-- The key of whoever saved last; null until a draft is shared.
ALTER TABLE drafts ADD COLUMN saved_by TEXT;
-- Whether the members may change and withdraw what becomes of a shared draft.
ALTER TABLE drafts ADD COLUMN members_may_change INTEGER NOT NULL DEFAULT 0
    CHECK (members_may_change IN (0, 1));

-- Who writes on a shared draft, its owner among them.
CREATE TABLE draft_members (
    draft_id    BLOB NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    person_key  TEXT NOT NULL,
    name        TEXT NOT NULL,
    joined_at   TEXT NOT NULL,
    PRIMARY KEY (draft_id, person_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_members_by_person ON draft_members (person_key);

-- Links that let one more in; a row goes when its link is used or taken back.
CREATE TABLE draft_invitations (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    draft_id      BLOB NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
    token_sha256  TEXT NOT NULL UNIQUE,
    created_at    TEXT NOT NULL,
    expires_at    TEXT NOT NULL
) STRICT;
CREATE INDEX draft_invitations_by_draft ON draft_invitations (draft_id, id);

-- Who sees a submission beside the person who sent it.
CREATE TABLE submission_members (
    submission_id  BLOB    NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
    person_key     TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    may_change     INTEGER NOT NULL CHECK (may_change IN (0, 1)),
    PRIMARY KEY (submission_id, person_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX submission_members_by_person ON submission_members (person_key);
