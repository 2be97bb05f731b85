ALTER TABLE questions DROP COLUMN origin_id;
DELETE FROM questions WHERE form_version_id IN (SELECT id FROM form_versions WHERE is_draft = 1);
DELETE FROM form_versions WHERE is_draft = 1;
ALTER TABLE form_versions DROP COLUMN is_draft;
