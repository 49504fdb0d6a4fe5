-- a run is announced before its feed is loaded; one that was stopped in the middle is run again by the next server
ALTER TABLE night_run MODIFY COLUMN status ENUM('RUNNING', 'COMPLETE', 'FAILED', 'ANNOUNCED', 'STOPPED') NOT NULL;

-- who had the server start it (nobody for a command), on which feed, and why it failed, as a sentence
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS started_by VARCHAR(190) NULL;
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS feed_folder VARCHAR(1000) NULL;
ALTER TABLE night_run ADD COLUMN IF NOT EXISTS ended_because VARCHAR(2000) NULL;

-- each time at which the schedule was due, taken by one server; the run is filled in when it has begun, none where a night
-- of that day was there already
CREATE TABLE IF NOT EXISTS schedule_due (
  due_at   DATETIME NOT NULL PRIMARY KEY,
  taken_at DATETIME NOT NULL,
  settled  BOOLEAN NOT NULL DEFAULT FALSE,
  run_id   INT UNSIGNED NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
