-- Ids are UUIDv7 as 16 bytes; moments are RFC 3339 text in UTC with milliseconds, so that
-- text order is time order; JSON is text that SQLite has checked.

CREATE TABLE consultations (
    id            BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    slug          TEXT    NOT NULL UNIQUE,
    process       TEXT,
    case_number   TEXT    NOT NULL,
    unit          TEXT    NOT NULL CHECK (json_valid(unit)),
    contact       TEXT    NOT NULL CHECK (json_valid(contact)),
    title         TEXT    NOT NULL CHECK (json_valid(title)),
    lede          TEXT    NOT NULL CHECK (json_valid(lede)),
    body          TEXT    NOT NULL CHECK (json_valid(body)),
    next_steps    TEXT    NOT NULL CHECK (json_valid(next_steps)),
    announced_on  TEXT    NOT NULL,
    opens_at      TEXT    NOT NULL,
    closes_at     TEXT    NOT NULL,
    is_published  INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    late_counts   INTEGER NOT NULL CHECK (late_counts IN (0, 1)),
    created_at    TEXT    NOT NULL,
    CHECK (opens_at <= closes_at)
) STRICT;

CREATE TABLE deadline_decisions (
    id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB NOT NULL REFERENCES consultations (id),
    kind             TEXT NOT NULL CHECK (kind IN ('opened', 'extended', 'closed', 'reopened')),
    decided_at       TEXT NOT NULL,
    decided_by       TEXT NOT NULL,
    reason           TEXT CHECK (json_valid(reason)),
    closed_before    TEXT NOT NULL,
    closes_after     TEXT NOT NULL
) STRICT;
CREATE INDEX deadline_decisions_by_consultation ON deadline_decisions (consultation_id, id);

CREATE TABLE documents (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB    NOT NULL REFERENCES consultations (id),
    position         INTEGER NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('draft', 'case_document', 'form', 'picture', 'decision')),
    name             TEXT    NOT NULL,
    language         TEXT    NOT NULL,
    title            TEXT    NOT NULL CHECK (json_valid(title)),
    alt              TEXT    CHECK (json_valid(alt)),
    caption          TEXT    CHECK (json_valid(caption)),
    credit           TEXT,
    media_type       TEXT    NOT NULL,
    size_bytes       INTEGER NOT NULL,
    sha256           TEXT    NOT NULL,
    UNIQUE (consultation_id, name)
) STRICT;

CREATE TABLE form_versions (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB    NOT NULL REFERENCES consultations (id),
    number           INTEGER NOT NULL,
    created_at       TEXT    NOT NULL,
    UNIQUE (consultation_id, number)
) STRICT;

CREATE TABLE questions (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    form_version_id  BLOB    NOT NULL REFERENCES form_versions (id),
    number           INTEGER NOT NULL,
    theme            TEXT    NOT NULL CHECK (json_valid(theme)),
    wording          TEXT    NOT NULL CHECK (json_valid(wording)),
    help             TEXT    NOT NULL CHECK (json_valid(help)),
    max_chars        INTEGER NOT NULL CHECK (max_chars > 0),
    UNIQUE (form_version_id, number)
) STRICT;

CREATE TABLE codes (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB    NOT NULL REFERENCES consultations (id),
    parent_id        BLOB    REFERENCES codes (id),
    position         INTEGER NOT NULL,
    key              TEXT    NOT NULL,
    name             TEXT    NOT NULL CHECK (json_valid(name)),
    UNIQUE (consultation_id, key)
) STRICT;

CREATE TABLE submissions (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB    NOT NULL REFERENCES consultations (id),
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
    received_at      TEXT    NOT NULL,
    withdrawn_at     TEXT
) STRICT;
CREATE INDEX submissions_in_order ON submissions (consultation_id, received_at, id);
CREATE INDEX submissions_by_person ON submissions (person_key);

CREATE TABLE revisions (
    id                BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    submission_id     BLOB    NOT NULL REFERENCES submissions (id),
    number            INTEGER NOT NULL CHECK (number > 0),
    -- The draft it was sent from: sending the same draft again finds this revision.
    draft_id          BLOB    UNIQUE CHECK (length(draft_id) = 16),
    form_version_id   BLOB    NOT NULL REFERENCES form_versions (id),
    received_at       TEXT    NOT NULL,
    respondent_kind   TEXT    NOT NULL CHECK (respondent_kind IN ('person', 'organisation', 'group')),
    name              TEXT    NOT NULL,
    organisation      TEXT,
    org_number        TEXT,
    email             TEXT,
    group_size        INTEGER,
    group_ages        TEXT,
    language          TEXT    NOT NULL,
    no_comment        INTEGER NOT NULL CHECK (no_comment IN (0, 1)),
    text_sha256       TEXT    NOT NULL,
    documents         TEXT    NOT NULL CHECK (json_valid(documents)),
    UNIQUE (submission_id, number)
) STRICT;
CREATE INDEX revisions_by_text ON revisions (text_sha256);

CREATE TABLE answers (
    revision_id  BLOB NOT NULL REFERENCES revisions (id),
    question_id  BLOB NOT NULL REFERENCES questions (id),
    text         TEXT NOT NULL,
    PRIMARY KEY (revision_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answers_by_question ON answers (question_id);

CREATE TABLE drafts (
    id               BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    consultation_id  BLOB    NOT NULL REFERENCES consultations (id),
    person_key       TEXT    NOT NULL,
    -- The submission that this draft would change; null for a new one.
    submission_id    BLOB    REFERENCES submissions (id),
    -- person_key and what it changes: one draft of each kind, whatever the device.
    draft_key        TEXT    NOT NULL UNIQUE,
    content          TEXT    NOT NULL CHECK (json_valid(content)),
    version          INTEGER NOT NULL CHECK (version > 0),
    begun_at         TEXT    NOT NULL,
    saved_at         TEXT    NOT NULL
) STRICT;
CREATE INDEX drafts_by_person ON drafts (person_key);

CREATE TABLE sessions (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    token_sha256  TEXT NOT NULL UNIQUE,
    issuer        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    level         TEXT NOT NULL,
    locale        TEXT,
    name          TEXT,
    role          TEXT CHECK (role IN ('reader', 'case-officer', 'administrator')),
    created_at    TEXT NOT NULL,
    expires_at    TEXT NOT NULL
) STRICT;

CREATE TABLE letters (
    id             BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    submission_id  BLOB    REFERENCES submissions (id),
    kind           TEXT    NOT NULL,
    language       TEXT    NOT NULL,
    recipient      TEXT    NOT NULL,
    subject        TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    state          TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts       INTEGER NOT NULL,
    created_at     TEXT    NOT NULL,
    due_at         TEXT    NOT NULL,
    -- Until when one worker alone holds the letter.
    leased_until   TEXT,
    sent_at        TEXT,
    last_error     TEXT
) STRICT;
CREATE INDEX letters_due ON letters (state, due_at);
CREATE INDEX letters_by_submission ON letters (submission_id);

CREATE TABLE audit_log (
    id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    event    TEXT NOT NULL,
    subject  TEXT NOT NULL
) STRICT;
