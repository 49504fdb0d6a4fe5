-- the very files that a feed was loaded from: names, sizes, times and checksums, as one fingerprint
ALTER TABLE feed ADD COLUMN IF NOT EXISTS files CHAR(64) NULL;

-- what a run's answers depend on beside its feed and policies: which runs counted for the nights before it, and the program;
-- filled in when it begins to decide, so that a run that was interrupted goes on only where all of it is the same still
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS nights_before CHAR(64) NULL;
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS program CHAR(64) NULL;
