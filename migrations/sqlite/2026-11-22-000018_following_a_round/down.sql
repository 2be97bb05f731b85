DROP INDEX drafts_by_round;
ALTER TABLE revisions DROP COLUMN received_hour;
DROP INDEX consultations_by_unit;
DROP INDEX consultations_by_announcement;
DROP INDEX consultations_by_deadline;
DROP INDEX consultations_by_window;
ALTER TABLE consultations DROP COLUMN unit_name;
ALTER TABLE consultations DROP COLUMN search_text;
