-- A round becomes public at a moment, which may be set ahead; its questions have kinds.

ALTER TABLE consultations ADD COLUMN published_at TIMESTAMPTZ;
UPDATE consultations SET published_at = created_at WHERE is_published = TRUE;
ALTER TABLE consultations DROP COLUMN is_published;
ALTER TABLE consultations ADD COLUMN language_missing_why TEXT;
ALTER TABLE consultations ADD COLUMN previous_id UUID REFERENCES consultations (id);
ALTER TABLE consultations ADD COLUMN concluded_at TIMESTAMPTZ;
ALTER TABLE consultations ADD COLUMN archived_at TIMESTAMPTZ;

-- Why the form was changed, as the public reads it.
ALTER TABLE form_versions ADD COLUMN note JSONB;

ALTER TABLE questions ADD COLUMN kind TEXT NOT NULL DEFAULT 'long-text' CHECK (kind IN ('long-text', 'short-text', 'one-choice', 'several-choices', 'agreement'));
ALTER TABLE questions ADD COLUMN is_required BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE questions ADD COLUMN options JSONB NOT NULL DEFAULT '[]';
