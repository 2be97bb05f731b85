ALTER TABLE letters DROP COLUMN unsubscribe;
DROP TABLE round_tellings;
DROP TABLE subscribers;
