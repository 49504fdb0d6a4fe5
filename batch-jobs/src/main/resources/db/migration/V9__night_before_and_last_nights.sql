-- what a night found to act on (codes of findings, separated by spaces) and for how many nights before it the tenant stood the
-- same; what the night before said, and the term that ran, both packed: they stay as they were when that night is run again
-- or a later feed says otherwise
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS concern TEXT NULL;
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS nights_unchanged INT UNSIGNED NOT NULL DEFAULT 0;
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS night_before TEXT NULL;
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS running_term TEXT NULL;

-- nights of before are compared with by their findings; the first day of a grace period and the later ones are one matter
UPDATE assessment a
  JOIN (SELECT f.run_id, f.tenant_no,
               GROUP_CONCAT(DISTINCT IF(f.code = 'GRACE_STARTED', 'GRACE_RUNNING', f.code) SEPARATOR ' ') AS codes
          FROM finding f
         WHERE f.severity <> 'INFO' AND f.waived_until IS NULL AND f.run_id IN (SELECT run_id FROM night)
         GROUP BY f.run_id, f.tenant_no) told
    ON told.run_id = a.run_id AND told.tenant_no = a.tenant_no
   SET a.concern = told.codes;

-- how many tenants had a status on a night, by the run that made its files last; status is empty for those that were not decided,
-- account_manager for those without one. These rows outlive the results of their run.
CREATE TABLE IF NOT EXISTS night_tally (
  run_id          INT UNSIGNED NOT NULL,
  account_manager VARCHAR(190) NOT NULL,
  vendor          VARCHAR(60) NOT NULL,
  status          VARCHAR(20) NOT NULL,
  tenants         INT UNSIGNED NOT NULL,
  PRIMARY KEY (run_id, account_manager, vendor, status)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- which nights a run looks back on, each by the run that had made its files last when this one came
CREATE TABLE IF NOT EXISTS run_history (
  run_id      INT UNSIGNED NOT NULL,
  as_of       DATE NOT NULL,
  earlier_run INT UNSIGNED NOT NULL,
  PRIMARY KEY (run_id, as_of)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- a tenant that changed its vendor stands in two runs of a night; the newer one counts
INSERT IGNORE INTO night_tally (run_id, account_manager, vendor, status, tenants)
  SELECT latest.run_id, COALESCE(a.account_manager, ''), a.vendor, COALESCE(a.status, ''), COUNT(*)
    FROM night n
    JOIN (SELECT as_of, MAX(run_id) AS run_id FROM night GROUP BY as_of) latest ON latest.as_of = n.as_of
    JOIN assessment a ON a.run_id = n.run_id AND a.vendor = n.vendor
   WHERE NOT EXISTS (SELECT * FROM night newer JOIN assessment b ON b.run_id = newer.run_id AND b.vendor = newer.vendor
                      WHERE newer.as_of = n.as_of AND newer.run_id > n.run_id AND b.tenant_no = a.tenant_no)
   GROUP BY latest.run_id, COALESCE(a.account_manager, ''), a.vendor, COALESCE(a.status, '');

INSERT IGNORE INTO run_history (run_id, as_of, earlier_run)
  SELECT later.run_id, earlier.as_of, earlier.run_id
    FROM (SELECT as_of, MAX(run_id) AS run_id, ROW_NUMBER() OVER (ORDER BY as_of) AS night_no FROM night GROUP BY as_of) later
    JOIN (SELECT as_of, MAX(run_id) AS run_id, ROW_NUMBER() OVER (ORDER BY as_of) AS night_no FROM night GROUP BY as_of) earlier
      ON earlier.night_no BETWEEN later.night_no - 29 AND later.night_no - 1;
