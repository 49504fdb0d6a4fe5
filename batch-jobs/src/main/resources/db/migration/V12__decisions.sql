-- What was answered between nights, to whom, and what decided; lines are only ever added. facts: SHA-256 of what it was
-- decided from. The answer to a request for seats stands there whole, a position as far as it says how the tenant stands.
CREATE TABLE IF NOT EXISTS decision (
  decision_id    BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at             DATETIME(3) NOT NULL,
  who            VARCHAR(190) NOT NULL,
  kind           ENUM('POSITION', 'SEATS') NOT NULL,
  tenant_id      VARCHAR(190) NOT NULL,
  vendor         VARCHAR(60) NOT NULL,
  as_of          DATE NOT NULL,
  facts          BINARY(32) NOT NULL,
  policy_version INT UNSIGNED NULL,
  answer         MEDIUMTEXT NOT NULL,
  rule           VARCHAR(190) NOT NULL,
  cell           VARCHAR(190) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE OR REPLACE TRIGGER decision_kept BEFORE UPDATE ON decision FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the decision log is only ever added to';

-- Answers to requests that came with a key of their caller's, so that the same request again gets the same answer and does
-- nothing twice. Without a status the request is being worked on, or was when its server died.
CREATE TABLE IF NOT EXISTS answered_request (
  who          VARCHAR(190) NOT NULL,
  request_key  VARCHAR(190) NOT NULL,
  at           DATETIME(3) NOT NULL,
  request      BINARY(32) NOT NULL,
  status       SMALLINT UNSIGNED NULL,
  content_type VARCHAR(190) NULL,
  answer       LONGBLOB NULL,
  PRIMARY KEY (who, request_key),
  KEY answered_request_by_time (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
