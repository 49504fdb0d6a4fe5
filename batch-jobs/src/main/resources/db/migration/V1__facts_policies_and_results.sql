-- All text compares byte by byte (upper and lower case differ, trailing spaces count), so that ids sort as UTF-8 does.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Feeds ---------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS feed (
  feed_id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  folder         VARCHAR(1000) NOT NULL,
  newest_file_at DATETIME NOT NULL,
  started_at     DATETIME NOT NULL,
  finished_at    DATETIME NULL,
  status         ENUM('RUNNING', 'LOADED', 'FAILED') NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS feed_file (
  feed_id  INT UNSIGNED NOT NULL,
  file     VARCHAR(100) NOT NULL,
  lines_read BIGINT NOT NULL,
  taken    BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  PRIMARY KEY (feed_id, file)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS rejected_line (
  feed_id INT UNSIGNED NOT NULL,
  file    VARCHAR(190) NOT NULL,
  line_no BIGINT NOT NULL,
  line    MEDIUMTEXT NOT NULL,
  reason  VARCHAR(1000) NOT NULL,
  PRIMARY KEY (feed_id, file, line_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- Facts, clustered by tenant: a range of tenants is read sequentially --------------------------------------------------

CREATE TABLE IF NOT EXISTS tenant (
  tenant_no             INT UNSIGNED NOT NULL PRIMARY KEY,
  tenant_id             VARCHAR(190) NOT NULL,
  name                  VARCHAR(500) NOT NULL,
  vendor                VARCHAR(60) NOT NULL,
  account_manager       VARCHAR(190) NULL,
  account_manager_email VARCHAR(320) NULL,
  signed_up_on          DATE NULL,
  nonprofit             BOOLEAN NOT NULL,
  stored_history_days   INT UNSIGNED NULL,
  UNIQUE KEY tenant_by_id (tenant_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS subscription (
  tenant_no         INT UNSIGNED NOT NULL,
  subscription_id   VARCHAR(190) NOT NULL,
  plan              VARCHAR(190) NOT NULL,
  licenses          INT UNSIGNED NULL,
  starts_on         DATE NOT NULL,
  ends_on           DATE NOT NULL,
  term              ENUM('PAID', 'TRIAL', 'PILOT') NOT NULL,
  discount_percent  DECIMAL(9, 6) NOT NULL,
  price_per_license DECIMAL(15, 6) NULL,
  support_plan      VARCHAR(190) NULL,
  PRIMARY KEY (tenant_no, subscription_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- starts_on is part of the key; 1000-01-01 stands for an add-on without a start
CREATE TABLE IF NOT EXISTS add_on (
  tenant_no         INT UNSIGNED NOT NULL,
  add_on            VARCHAR(190) NOT NULL,
  starts_on         DATE NOT NULL,
  ends_on           DATE NULL,
  licenses          INT UNSIGNED NOT NULL,
  price_per_license DECIMAL(15, 6) NULL,
  PRIMARY KEY (tenant_no, add_on, starts_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- account_no is unique in the whole store; the feed gives it out
CREATE TABLE IF NOT EXISTS account (
  tenant_no          INT UNSIGNED NOT NULL,
  account_no         INT UNSIGNED NOT NULL,
  account_id         VARCHAR(190) NOT NULL,
  name               VARCHAR(500) NOT NULL,
  kind               ENUM('PERSON', 'SYSTEM', 'INTEGRATION') NOT NULL,
  source             VARCHAR(190) NULL,
  email              VARCHAR(320) NULL,
  username           VARCHAR(190) NULL,
  logon_domain       VARCHAR(190) NULL,
  device             VARCHAR(190) NULL,
  added_on           DATE NULL,
  removed_on         DATE NULL,
  deactivated_on     DATE NULL,
  login_enabled      BOOLEAN NOT NULL,
  tracked            BOOLEAN NOT NULL,
  has_history        BOOLEAN NOT NULL,
  history_deleted_on DATE NULL,
  access             ENUM('FULL', 'ALIAS', 'VIEWER', 'ADMIN') NOT NULL,
  tracking_group     ENUM('DNT', 'DELETE') NULL,
  merged_into        VARCHAR(190) NULL,
  PRIMARY KEY (tenant_no, account_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- month: year * 12 + month - 1; kind: 0 registration, 1 login; days: bit 0 is the 1st
CREATE TABLE IF NOT EXISTS account_month (
  tenant_no  INT UNSIGNED NOT NULL,
  account_no INT UNSIGNED NOT NULL,
  month      SMALLINT UNSIGNED NOT NULL,
  kind       TINYINT UNSIGNED NOT NULL,
  days       INT UNSIGNED NOT NULL,
  PRIMARY KEY (tenant_no, account_no, month, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS grace_state (
  tenant_no  INT UNSIGNED NOT NULL PRIMARY KEY,
  over_since DATE NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- each change of deactivated_on that a feed brought, from the first feed that knew the account on
CREATE TABLE IF NOT EXISTS deactivation_change (
  tenant_no  INT UNSIGNED NOT NULL,
  account_no INT UNSIGNED NOT NULL,
  feed_id    INT UNSIGNED NOT NULL,
  was        DATE NULL,
  became     DATE NULL,
  PRIMARY KEY (tenant_no, account_no, feed_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- Policies ------------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS policy_version (
  vendor       VARCHAR(60) NOT NULL,
  version      INT UNSIGNED NOT NULL,
  effective_on DATE NOT NULL,
  workbook     LONGBLOB NOT NULL,
  sha256       CHAR(64) NOT NULL,
  author       VARCHAR(190) NOT NULL,
  approver     VARCHAR(190) NOT NULL,
  note         VARCHAR(2000) NOT NULL,
  published_at DATETIME NOT NULL,
  PRIMARY KEY (vendor, version)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- Results belong to a run; which run counts for a date and vendor is the pointer in night --------------------------------

CREATE TABLE IF NOT EXISTS night_run (
  run_id      INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  as_of       DATE NOT NULL,
  vendor      VARCHAR(60) NULL,
  feed_id     INT UNSIGNED NULL,
  status      ENUM('RUNNING', 'COMPLETE', 'FAILED') NOT NULL,
  tenants_read        BIGINT NOT NULL DEFAULT 0,
  tenants_decided     BIGINT NOT NULL DEFAULT 0,
  tenants_not_decided BIGINT NOT NULL DEFAULT 0,
  started_at  DATETIME NOT NULL,
  finished_at DATETIME NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS night (
  as_of  DATE NOT NULL,
  vendor VARCHAR(60) NOT NULL,
  run_id INT UNSIGNED NOT NULL,
  PRIMARY KEY (as_of, vendor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- one row for every tenant that was read; where the tenant has no position only over_since may be filled, carried from
-- the night before
CREATE TABLE IF NOT EXISTS assessment (
  run_id           INT UNSIGNED NOT NULL,
  tenant_no        INT UNSIGNED NOT NULL,
  tenant_name      VARCHAR(500) NOT NULL,
  account_manager  VARCHAR(190) NULL,
  vendor           VARCHAR(60) NOT NULL,
  decided          BOOLEAN NOT NULL,
  subscription_id  VARCHAR(190) NULL,
  plan             VARCHAR(190) NULL,
  metric           VARCHAR(40) NULL,
  used             INT UNSIGNED NULL,
  licensed         INT UNSIGNED NULL,
  required         INT UNSIGNED NULL,
  status           VARCHAR(20) NULL,
  over_since       DATE NULL,
  grace_day        INT UNSIGNED NULL,
  grace_days       INT UNSIGNED NULL,
  grace_ends_on    DATE NULL,
  monthly_amount   DECIMAL(30, 2) NULL,
  true_up_amount   DECIMAL(30, 2) NULL,
  currency         CHAR(3) NULL,
  peak_day         DATE NULL,
  previous_peak    INT UNSIGNED NULL,
  usage_line       VARCHAR(500) NULL,
  adding_beyond    VARCHAR(10) NULL,
  what_happens     VARCHAR(2000) NULL,
  cells            MEDIUMTEXT NULL,
  policy_version   INT UNSIGNED NULL,
  months           MEDIUMTEXT NULL,
  PRIMARY KEY (run_id, tenant_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS finding (
  run_id     INT UNSIGNED NOT NULL,
  tenant_no  INT UNSIGNED NOT NULL,
  finding_no INT UNSIGNED NOT NULL,
  code       VARCHAR(60) NOT NULL,
  severity   VARCHAR(10) NOT NULL,
  message    MEDIUMTEXT NOT NULL,
  rule       VARCHAR(190) NOT NULL,
  cell       VARCHAR(190) NULL,
  PRIMARY KEY (run_id, tenant_no, finding_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

-- the users of one tenant, packed some thousands a row: reports read them whole, nobody asks for one
CREATE TABLE IF NOT EXISTS counted_users (
  run_id    INT UNSIGNED NOT NULL,
  tenant_no INT UNSIGNED NOT NULL,
  part      INT UNSIGNED NOT NULL,
  users     MEDIUMTEXT NOT NULL,
  PRIMARY KEY (run_id, tenant_no, part)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE IF NOT EXISTS phase (
  run_id INT UNSIGNED NOT NULL,
  name   VARCHAR(60) NOT NULL,
  millis BIGINT NOT NULL,
  PRIMARY KEY (run_id, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
