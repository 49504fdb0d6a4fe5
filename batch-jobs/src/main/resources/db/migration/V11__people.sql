-- Who may use the server. Names compare without case; a password is kept as its hash alone, none for who signs in elsewhere.
CREATE TABLE IF NOT EXISTS person (
  person_id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name            VARCHAR(190) NOT NULL,
  name_key        VARCHAR(190) NOT NULL,
  password        VARCHAR(500) NULL,
  account_manager VARCHAR(190) NULL,
  tenant_id       VARCHAR(190) NULL,
  disabled        BOOLEAN NOT NULL DEFAULT FALSE,
  created_at      DATETIME NOT NULL,
  UNIQUE KEY person_by_name (name_key)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS person_role (
  person_id INT UNSIGNED NOT NULL,
  role      VARCHAR(40) NOT NULL,
  PRIMARY KEY (person_id, role)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- a token is kept as its hash alone; scopes are roles that its owner has
CREATE TABLE IF NOT EXISTS api_token (
  token_id   INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id  INT UNSIGNED NOT NULL,
  name       VARCHAR(190) NOT NULL,
  sha256     CHAR(64) NOT NULL,
  scopes     VARCHAR(500) NOT NULL,
  created_at DATETIME NOT NULL,
  expires_at DATETIME NOT NULL,
  revoked_at DATETIME NULL,
  UNIQUE KEY api_token_by_hash (sha256),
  KEY api_token_of_person (person_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- who did what, when; lines are only ever added
CREATE TABLE IF NOT EXISTS audit_event (
  event_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at       DATETIME(3) NOT NULL,
  who      VARCHAR(190) NOT NULL,
  action   VARCHAR(60) NOT NULL,
  subject  VARCHAR(500) NOT NULL,
  detail   VARCHAR(2000) NOT NULL,
  address  VARCHAR(60) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE OR REPLACE TRIGGER audit_event_kept BEFORE UPDATE ON audit_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit log is only ever added to';

CREATE OR REPLACE TRIGGER audit_event_stays BEFORE DELETE ON audit_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit log is only ever added to';
