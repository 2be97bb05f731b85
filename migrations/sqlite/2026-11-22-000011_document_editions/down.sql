DROP TABLE document_editions;
ALTER TABLE documents DROP COLUMN added_by;
ALTER TABLE documents DROP COLUMN added_at;
ALTER TABLE documents DROP COLUMN version;
ALTER TABLE documents DROP COLUMN edition;
