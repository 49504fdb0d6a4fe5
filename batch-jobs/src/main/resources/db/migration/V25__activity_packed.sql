-- The activity of the accounts of a tenant in a row for each 256 of them, in the order of their numbers, and each year, instead of a
-- row for each account and month: what a row costs is no longer most of what activity costs. An entry has ten bytes: the account's
-- number (4), twice the month plus the kind (2), the days (4), each with its highest byte first.
CREATE TABLE IF NOT EXISTS activity (
  tenant_no INT UNSIGNED NOT NULL,
  part      INT UNSIGNED NOT NULL,
  year      SMALLINT UNSIGNED NOT NULL,
  months    MEDIUMBLOB NOT NULL,
  PRIMARY KEY (tenant_no, part, year)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin STATS_AUTO_RECALC=0;

-- waits for a feed of an older release that is just at work, and lets the next one fail instead of losing it
RENAME TABLE IF EXISTS account_month TO account_month_unpacked;

SET SESSION group_concat_max_len = 16777215;

-- where this migration was cut off at its end, the rows are there and their table is not
SET @pack = IF(
  (SELECT COUNT(*) FROM information_schema.tables
   WHERE table_schema = DATABASE() AND table_name = 'account_month_unpacked') = 0,
  'DO 0',
  'REPLACE INTO activity (tenant_no, part, year, months)
   SELECT m.tenant_no, a.part, m.month DIV 12, GROUP_CONCAT(UNHEX(CONCAT(
            LPAD(HEX(m.account_no), 8, ''0''), LPAD(HEX(2 * m.month + m.kind), 4, ''0''), LPAD(HEX(m.days), 8, ''0'')))
          ORDER BY m.account_no, m.month, m.kind SEPARATOR '''')
   FROM (SELECT tenant_no, account_no, (ROW_NUMBER() OVER (PARTITION BY tenant_no ORDER BY account_no) - 1) DIV 256 AS part
         FROM account) a
   STRAIGHT_JOIN account_month_unpacked m FORCE INDEX (PRIMARY) ON m.tenant_no = a.tenant_no AND m.account_no = a.account_no
   GROUP BY m.tenant_no, a.part, m.month DIV 12');

EXECUTE IMMEDIATE @pack;

SET SESSION group_concat_max_len = DEFAULT;

DROP TABLE IF EXISTS account_month_unpacked;

ANALYZE TABLE activity;
