-- until when a finding is waived, who answers for it and who agreed, why, and the row that says so; the finding stays
ALTER TABLE finding ADD COLUMN IF NOT EXISTS waived_until DATE NULL;
ALTER TABLE finding ADD COLUMN IF NOT EXISTS waiver_owner VARCHAR(190) NULL;
ALTER TABLE finding ADD COLUMN IF NOT EXISTS waiver_approved_by VARCHAR(190) NULL;
ALTER TABLE finding ADD COLUMN IF NOT EXISTS waiver_reason TEXT NULL;
ALTER TABLE finding ADD COLUMN IF NOT EXISTS waiver_cell VARCHAR(190) NULL;
