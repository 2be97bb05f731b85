-- How scanning a file goes: who holds it, how often it failed, and when it is tried again.

-- How often the file has been taken to be scanned: whoever took it last holds it.
ALTER TABLE files ADD COLUMN scan_claims INTEGER NOT NULL DEFAULT 0;
-- How often the scanner was asked in vain.
ALTER TABLE files ADD COLUMN scan_attempts INTEGER NOT NULL DEFAULT 0;
-- At once where empty.
ALTER TABLE files ADD COLUMN scan_due_at TIMESTAMPTZ;
ALTER TABLE files ADD COLUMN scan_leased_until TIMESTAMPTZ;
-- When the bytes of an infected file were put where nobody gets at them, and when they were deleted.
ALTER TABLE files ADD COLUMN quarantined_at TIMESTAMPTZ;
ALTER TABLE files ADD COLUMN deleted_at TIMESTAMPTZ;
