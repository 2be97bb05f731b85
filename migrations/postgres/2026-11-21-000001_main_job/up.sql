-- Ids are UUIDv7; moments are cut to milliseconds before they come here.

CREATE TABLE consultations (
    id            UUID    NOT NULL PRIMARY KEY,
    slug          TEXT    NOT NULL UNIQUE,
    process       TEXT,
    case_number   TEXT    NOT NULL,
    unit          JSONB NOT NULL,
    contact       JSONB NOT NULL,
    title         JSONB NOT NULL,
    lede          JSONB NOT NULL,
    body          JSONB NOT NULL,
    next_steps    JSONB NOT NULL,
    announced_on  TEXT    NOT NULL,
    opens_at      TIMESTAMPTZ NOT NULL,
    closes_at     TIMESTAMPTZ NOT NULL,
    is_published  BOOLEAN NOT NULL,
    late_counts   BOOLEAN NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL,
    CHECK (opens_at <= closes_at)
);

CREATE TABLE deadline_decisions (
    id               UUID NOT NULL PRIMARY KEY,
    consultation_id  UUID NOT NULL REFERENCES consultations (id),
    kind             TEXT NOT NULL CHECK (kind IN ('opened', 'extended', 'closed', 'reopened')),
    decided_at       TIMESTAMPTZ NOT NULL,
    decided_by       TEXT NOT NULL,
    reason           JSONB,
    closed_before    TIMESTAMPTZ NOT NULL,
    closes_after     TIMESTAMPTZ NOT NULL
);
CREATE INDEX deadline_decisions_by_consultation ON deadline_decisions (consultation_id, id);

CREATE TABLE documents (
    id               UUID    NOT NULL PRIMARY KEY,
    consultation_id  UUID    NOT NULL REFERENCES consultations (id),
    position         INTEGER NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('draft', 'case_document', 'form', 'picture', 'decision')),
    name             TEXT    NOT NULL,
    language         TEXT    NOT NULL,
    title            JSONB NOT NULL,
    alt              JSONB,
    caption          JSONB,
    credit           TEXT,
    media_type       TEXT    NOT NULL,
    size_bytes       BIGINT  NOT NULL,
    sha256           TEXT    NOT NULL,
    UNIQUE (consultation_id, name)
);

CREATE TABLE form_versions (
    id               UUID    NOT NULL PRIMARY KEY,
    consultation_id  UUID    NOT NULL REFERENCES consultations (id),
    number           INTEGER NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    UNIQUE (consultation_id, number)
);

CREATE TABLE questions (
    id               UUID    NOT NULL PRIMARY KEY,
    form_version_id  UUID    NOT NULL REFERENCES form_versions (id),
    number           INTEGER NOT NULL,
    theme            JSONB NOT NULL,
    wording          JSONB NOT NULL,
    help             JSONB NOT NULL,
    max_chars        INTEGER NOT NULL CHECK (max_chars > 0),
    UNIQUE (form_version_id, number)
);

CREATE TABLE codes (
    id               UUID    NOT NULL PRIMARY KEY,
    consultation_id  UUID    NOT NULL REFERENCES consultations (id),
    parent_id        UUID    REFERENCES codes (id),
    position         INTEGER NOT NULL,
    key              TEXT    NOT NULL,
    name             JSONB NOT NULL,
    UNIQUE (consultation_id, key)
);

CREATE TABLE submissions (
    id               UUID    NOT NULL PRIMARY KEY,
    consultation_id  UUID    NOT NULL REFERENCES consultations (id),
    reference        TEXT    NOT NULL UNIQUE,
    channel          TEXT    NOT NULL CHECK (channel IN ('web', 'form-upload', 'letter', 'email', 'meeting')),
    status           TEXT    NOT NULL CHECK (status IN ('received', 'withdrawn')),
    -- HMAC of the person in this round; null where nobody logged in or was named by number.
    person_key       TEXT,
    -- One live submission per person, round and role; null once withdrawn and for imports.
    live_key         TEXT    UNIQUE,
    -- The key that an import file gave the entry; running the import again finds it.
    import_key       TEXT    UNIQUE,
    revision         INTEGER NOT NULL CHECK (revision > 0),
    received_at      TIMESTAMPTZ NOT NULL,
    withdrawn_at     TIMESTAMPTZ
);
CREATE INDEX submissions_in_order ON submissions (consultation_id, received_at, id);
CREATE INDEX submissions_by_person ON submissions (person_key);

CREATE TABLE revisions (
    id                UUID    NOT NULL PRIMARY KEY,
    submission_id     UUID    NOT NULL REFERENCES submissions (id),
    number            INTEGER NOT NULL CHECK (number > 0),
    -- The draft it was sent from: sending the same draft again finds this revision.
    draft_id          UUID    UNIQUE,
    form_version_id   UUID    NOT NULL REFERENCES form_versions (id),
    received_at       TIMESTAMPTZ NOT NULL,
    respondent_kind   TEXT    NOT NULL CHECK (respondent_kind IN ('person', 'organisation', 'group')),
    name              TEXT    NOT NULL,
    organisation      TEXT,
    org_number        TEXT,
    email             TEXT,
    group_size        INTEGER,
    group_ages        TEXT,
    language          TEXT    NOT NULL,
    no_comment        BOOLEAN NOT NULL,
    text_sha256       TEXT    NOT NULL,
    documents         JSONB NOT NULL,
    UNIQUE (submission_id, number)
);
CREATE INDEX revisions_by_text ON revisions (text_sha256);

CREATE TABLE answers (
    revision_id  UUID NOT NULL REFERENCES revisions (id),
    question_id  UUID NOT NULL REFERENCES questions (id),
    text         TEXT NOT NULL,
    PRIMARY KEY (revision_id, question_id)
);
CREATE INDEX answers_by_question ON answers (question_id);

CREATE TABLE drafts (
    id               UUID    NOT NULL PRIMARY KEY,
    consultation_id  UUID    NOT NULL REFERENCES consultations (id),
    person_key       TEXT    NOT NULL,
    -- The submission that this draft would change; null for a new one.
    submission_id    UUID    REFERENCES submissions (id),
    -- person_key and what it changes: one draft of each kind, whatever the device.
    draft_key        TEXT    NOT NULL UNIQUE,
    content          JSONB NOT NULL,
    version          INTEGER NOT NULL CHECK (version > 0),
    begun_at         TIMESTAMPTZ NOT NULL,
    saved_at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX drafts_by_person ON drafts (person_key);

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

CREATE TABLE letters (
    id             UUID    NOT NULL PRIMARY KEY,
    submission_id  UUID    REFERENCES submissions (id),
    kind           TEXT    NOT NULL,
    language       TEXT    NOT NULL,
    recipient      TEXT    NOT NULL,
    subject        TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    state          TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts       INTEGER NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL,
    due_at         TIMESTAMPTZ NOT NULL,
    -- Until when one worker alone holds the letter.
    leased_until   TIMESTAMPTZ,
    sent_at        TIMESTAMPTZ,
    last_error     TEXT
);
CREATE INDEX letters_due ON letters (state, due_at);
CREATE INDEX letters_by_submission ON letters (submission_id);

CREATE TABLE audit_log (
    id       UUID NOT NULL PRIMARY KEY,
    at       TIMESTAMPTZ NOT NULL,
    actor    TEXT NOT NULL,
    event    TEXT NOT NULL,
    subject  TEXT NOT NULL
);
