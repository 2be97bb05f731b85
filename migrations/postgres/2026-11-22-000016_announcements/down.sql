ALTER TABLE revisions DROP COLUMN wants_outcome;
DROP INDEX drafts_to_remind;
DROP INDEX drafts_by_consultation;
ALTER TABLE drafts DROP COLUMN reminded_at;
DROP TABLE outcomes;
DROP TABLE mailings;
DROP TABLE announcements;
