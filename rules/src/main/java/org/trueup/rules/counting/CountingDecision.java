package org.trueup.rules.counting;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;

/**
 * What one account counts, and which row says so.
 *
 * @param licences at least 0
 * @param cell none where no row takes the account
 */
public record CountingDecision(
        int licences, String because, @Nullable Cell cell) {}
