package org.trueup.rules.counting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.metric.Metric;

/** Answers from the sheets what an account counts. Safe for use by many threads. */
public interface AccountCounting {

    /** What the sheet Who counts says of the account on a day. */
    CountingDecision whoCounts(Metric metric, Account account, LocalDate day);

    /** What the sheet Exemption accounts says of the account (P3); none when no row takes it. */
    @Nullable
    CountingDecision exemption(Account account);
}
