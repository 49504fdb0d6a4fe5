-- nights whose results were dropped, as the settings ask; what their runs counted stays, and so does every trail
CREATE TABLE IF NOT EXISTS thinned_night (
  as_of      DATE NOT NULL,
  vendor     VARCHAR(60) NOT NULL,
  run_id     INT UNSIGNED NOT NULL,
  thinned_at DATETIME NOT NULL,
  PRIMARY KEY (as_of, vendor)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
