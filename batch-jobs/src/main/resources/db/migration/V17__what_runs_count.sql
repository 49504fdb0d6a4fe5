-- a run that does not add up never counts; what it counted stays
ALTER TABLE night_run MODIFY COLUMN status
  ENUM('RUNNING', 'COMPLETE', 'FAILED', 'ANNOUNCED', 'STOPPED', 'INCOMPLETE') NOT NULL;

-- what was counted in a run, and where: numbers of one thing in several places must be the same. These rows outlive the
-- results of their run.
CREATE TABLE IF NOT EXISTS run_count (
  run_id  INT UNSIGNED NOT NULL,
  counted VARCHAR(40) NOT NULL,
  place   VARCHAR(40) NOT NULL,
  amount  BIGINT NOT NULL,
  PRIMARY KEY (run_id, counted, place)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
