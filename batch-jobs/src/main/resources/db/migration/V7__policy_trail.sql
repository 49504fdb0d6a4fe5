-- the version whose workbook a version brings back
ALTER TABLE policy_version ADD COLUMN IF NOT EXISTS back_to INT UNSIGNED NULL;

-- who did what to a policy, when; rows are added and never changed
CREATE TABLE IF NOT EXISTS policy_event (
  event_id     BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at           DATETIME NOT NULL,
  action       ENUM('SHIPPED', 'PUBLISHED', 'ROLLED_BACK') NOT NULL,
  vendor       VARCHAR(60) NOT NULL,
  version      INT UNSIGNED NOT NULL,
  effective_on DATE NOT NULL,
  back_to      INT UNSIGNED NULL,
  author       VARCHAR(190) NOT NULL,
  approver     VARCHAR(190) NOT NULL,
  note         VARCHAR(2000) NOT NULL,
  sha256       CHAR(64) NOT NULL,
  program_user VARCHAR(190) NULL,
  UNIQUE KEY policy_event_by_version (vendor, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- run again, this migration finds its triggers; MariaDB 11.4 loses the second row of an INSERT … SELECT into a table with
-- such triggers, so they come last
DROP TRIGGER IF EXISTS policy_event_stays;
DROP TRIGGER IF EXISTS policy_event_is_kept;

-- versions from before there was a trail; which account ran the program then is not known
INSERT INTO policy_event
    (at, action, vendor, version, effective_on, author, approver, note, sha256)
  SELECT published_at, IF(author = 'Trueup' AND effective_on = '1000-01-01', 'SHIPPED', 'PUBLISHED'),
         vendor, version, effective_on, author, approver, note, sha256
    FROM policy_version v
   WHERE NOT EXISTS (SELECT * FROM policy_event e WHERE e.vendor = v.vendor AND e.version = v.version)
   ORDER BY published_at, vendor, version;

-- append-only, whoever asks
CREATE TRIGGER IF NOT EXISTS policy_event_stays BEFORE UPDATE ON policy_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The trail of a policy is never changed: table policy_event is append-only.';
CREATE TRIGGER IF NOT EXISTS policy_event_is_kept BEFORE DELETE ON policy_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'The trail of a policy is never deleted: table policy_event is append-only.';
CREATE TRIGGER IF NOT EXISTS policy_version_stays BEFORE UPDATE ON policy_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A policy version is never changed: publish another one, or roll back.';
CREATE TRIGGER IF NOT EXISTS policy_version_is_kept BEFORE DELETE ON policy_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A policy version is never deleted: publish another one, or roll back.';
