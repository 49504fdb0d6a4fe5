-- ranges of tenants that a night asks for, to be taken by whoever has a hand free; whoever does one holds its row locked in a
-- transaction that stays open meanwhile, and its death, or that of the network between, gives the row back
CREATE TABLE IF NOT EXISTS range_request (
  step_execution_id BIGINT NOT NULL PRIMARY KEY,
  job_execution_id  BIGINT NOT NULL,
  run_id            INT UNSIGNED NOT NULL,
  program           CHAR(64) NOT NULL,
  KEY requests_of_a_job (job_execution_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- who may write the answers of a range: each transaction that writes some asks; times counts how often the range was begun,
-- tenants how many its owner has decided
CREATE TABLE IF NOT EXISTS range_claim (
  run_id  INT UNSIGNED NOT NULL,
  from_no INT UNSIGNED NOT NULL,
  owner   CHAR(36) NOT NULL,
  times   INT UNSIGNED NOT NULL,
  tenants BIGINT NOT NULL,
  PRIMARY KEY (run_id, from_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
