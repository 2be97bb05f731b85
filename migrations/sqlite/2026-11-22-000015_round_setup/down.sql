DROP TABLE preview_links;
ALTER TABLE consultations DROP COLUMN version;
