package org.trueup.batch.feed;

/**
 * What became of the lines of one logical file, parts and gzipped ones together.
 *
 * @param file for example {@code accounts.csv}
 * @param read lines without header and empty lines; taken plus rejected
 * @param taken a line whose key comes again later in the file counts too
 */
public record FileCount(String file, long read, long taken, long rejected) {}
