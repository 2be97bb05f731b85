-- A round becomes public at a moment, which may be set ahead; its questions have kinds.

ALTER TABLE consultations ADD COLUMN published_at TEXT;
UPDATE consultations SET published_at = created_at WHERE is_published = 1;
ALTER TABLE consultations DROP COLUMN is_published;
ALTER TABLE consultations ADD COLUMN language_missing_why TEXT;
ALTER TABLE consultations ADD COLUMN previous_id BLOB REFERENCES consultations (id);
ALTER TABLE consultations ADD COLUMN concluded_at TEXT;
ALTER TABLE consultations ADD COLUMN archived_at TEXT;

-- Why the form was changed, as the public reads it.
ALTER TABLE form_versions ADD COLUMN note TEXT CHECK (json_valid(note));

ALTER TABLE questions ADD COLUMN kind TEXT NOT NULL DEFAULT 'long-text' CHECK (kind IN ('long-text', 'short-text', 'one-choice', 'several-choices', 'agreement'));
ALTER TABLE questions ADD COLUMN is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1));
ALTER TABLE questions ADD COLUMN options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options));
