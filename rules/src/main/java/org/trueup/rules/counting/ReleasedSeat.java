package org.trueup.rules.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.outcome.Cell;

/**
 * A seat that an account gave back (N5).
 *
 * @param on the first day on which it no longer held it
 * @param seats at least 1
 * @param freedBy the row that says that the account counts no more
 */
public record ReleasedSeat(
        Account account, LocalDate on, int seats, @Nullable Cell freedBy) {}
