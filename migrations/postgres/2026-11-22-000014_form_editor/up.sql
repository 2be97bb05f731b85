-- A form is changed in a version that nobody but staff sees until it is published; and a question is
-- known again from one version to the next.

ALTER TABLE form_versions ADD COLUMN is_draft BOOLEAN NOT NULL DEFAULT FALSE;

-- The first question that it continues; null where it is the first itself.
ALTER TABLE questions ADD COLUMN origin_id UUID REFERENCES questions (id);
