-- what a tenant is entitled to (packed), and the smallest change that brings it back within its limit (A4, A5)
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS entitlements MEDIUMTEXT NULL;
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS way_back MEDIUMTEXT NULL;

-- pilots stay out of what customers see (L5)
ALTER TABLE assessment ADD COLUMN IF NOT EXISTS shown_to_customers BOOLEAN NOT NULL DEFAULT TRUE;

ALTER TABLE finding ADD COLUMN IF NOT EXISTS way_back MEDIUMTEXT NULL;
