-- Somebody may move the clock while runs are at work: what follows what is told by numbers and marks, not by times.
ALTER TABLE night_run
  ADD COLUMN IF NOT EXISTS overtaken BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN IF NOT EXISTS feed_before INT UNSIGNED NULL;
