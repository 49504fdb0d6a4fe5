-- which policy version decided a vendor in a run, so that a night's files can be made again after later publications
CREATE TABLE IF NOT EXISTS run_policy (
  run_id  INT UNSIGNED NOT NULL,
  vendor  VARCHAR(60) NOT NULL,
  version INT UNSIGNED NOT NULL,
  PRIMARY KEY (run_id, vendor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- runs of before say it with each position
INSERT IGNORE INTO run_policy (run_id, vendor, version)
  SELECT run_id, vendor, MAX(policy_version) FROM assessment WHERE policy_version IS NOT NULL GROUP BY run_id, vendor;

-- a look at a coming date: never counts for a night
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS preview BOOLEAN NOT NULL DEFAULT FALSE;

-- ids of the tenant's pilots (packed), as they were on the night: pilots stay out of what customers see (L5)
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS pilots TEXT NULL;
