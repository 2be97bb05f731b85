ALTER TABLE questions DROP COLUMN origin_id;
DELETE FROM questions WHERE form_version_id IN (SELECT id FROM form_versions WHERE is_draft = TRUE);
DELETE FROM form_versions WHERE is_draft = TRUE;
ALTER TABLE form_versions DROP COLUMN is_draft;
