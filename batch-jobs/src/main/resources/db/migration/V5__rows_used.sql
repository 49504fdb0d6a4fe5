-- which rows of the policy workbooks had a say, for how many tenants; kept by range of tenants, tenant_no being the first of the
-- range, so that a range can be done again
CREATE TABLE IF NOT EXISTS row_use (
  run_id    INT UNSIGNED NOT NULL,
  tenant_no INT UNSIGNED NOT NULL,
  vendor    VARCHAR(60) NOT NULL,
  sheet     VARCHAR(31) NOT NULL,
  row_no    INT UNSIGNED NOT NULL,
  tenants   INT UNSIGNED NOT NULL,
  PRIMARY KEY (run_id, tenant_no, vendor, sheet, row_no)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
