-- Workbooks that people prepare before they are published. Who made one is the author of the version that comes of it, and nobody else changes it.
CREATE TABLE IF NOT EXISTS policy_draft (
  draft_id   INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  vendor     VARCHAR(60) NOT NULL,
  state      ENUM('DRAFT', 'PUBLISHED', 'DISCARDED') NOT NULL,
  author     VARCHAR(190) NOT NULL,
  note       VARCHAR(2000) NOT NULL,
  -- the version or draft that it began as, for example 3 or d17
  based_on   VARCHAR(20) NULL,
  -- the version whose workbook it brings back, unchanged
  back_to    INT UNSIGNED NULL,
  workbook   MEDIUMBLOB NOT NULL,
  sha256     CHAR(64) NOT NULL,
  size       INT UNSIGNED NOT NULL,
  -- what it was published as
  version    INT UNSIGNED NULL,
  created_at DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  KEY policy_draft_of_vendor (vendor, state)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- what was done to one draft is asked for by its name
CREATE INDEX IF NOT EXISTS audit_event_by_subject ON audit_event (subject);
