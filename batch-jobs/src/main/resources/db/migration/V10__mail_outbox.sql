-- Mails that nights queue, in the transaction that lets their run count. WAITING: to be sent; SENDING: a program has it,
-- or died with it; HANDED_OVER: the server has the whole mail and did not answer yet; SENT: it took it; REFUSED: never.
CREATE TABLE IF NOT EXISTS mail_outbox (
  mail_no    INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- what it is about and whom it is for, as a digest: nobody gets the same thing twice
  mail_key   CHAR(64) NOT NULL,
  as_of      DATE NOT NULL,
  kind       VARCHAR(30) NOT NULL,
  person     VARCHAR(500) NOT NULL,
  address    VARCHAR(320) NOT NULL,
  subject    VARCHAR(500) NOT NULL,
  body       MEDIUMTEXT NOT NULL,
  workbook   TEXT NULL,
  state      ENUM('WAITING', 'SENDING', 'HANDED_OVER', 'SENT', 'REFUSED') NOT NULL,
  claim      CHAR(36) NULL,
  tries      INT UNSIGNED NOT NULL DEFAULT 0,
  reason     VARCHAR(1000) NULL,
  queued_at  DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  UNIQUE KEY mail_once (mail_key),
  KEY mail_of_night (as_of, state),
  KEY mail_by_state (state)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
