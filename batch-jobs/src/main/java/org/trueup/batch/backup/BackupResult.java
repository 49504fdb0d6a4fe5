package org.trueup.batch.backup;

import java.time.Instant;

/**
 * What a backup holds.
 *
 * @param takenAt when its store looked like this
 * @param schema number of the last migration of its store
 * @param bytes size of the file
 */
public record BackupResult(Instant takenAt, int schema, int tables, long rows, long bytes) {}
