-- Where a feed's lines wait until all of them were judged; empty between feeds. Twins of the facts: a migration that
-- changes a table of facts changes its twin too.
CREATE TABLE IF NOT EXISTS staged_tenant LIKE tenant;
ALTER TABLE staged_tenant DROP INDEX IF EXISTS tenant_by_id;
CREATE TABLE IF NOT EXISTS staged_subscription LIKE subscription;
CREATE TABLE IF NOT EXISTS staged_add_on LIKE add_on;
CREATE TABLE IF NOT EXISTS staged_grace_state LIKE grace_state;
CREATE TABLE IF NOT EXISTS staged_account LIKE account;
