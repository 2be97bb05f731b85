ALTER TABLE files DROP COLUMN deleted_at;
ALTER TABLE files DROP COLUMN quarantined_at;
ALTER TABLE files DROP COLUMN scan_leased_until;
ALTER TABLE files DROP COLUMN scan_due_at;
ALTER TABLE files DROP COLUMN scan_attempts;
ALTER TABLE files DROP COLUMN scan_claims;
