package org.trueup.rules.counting;

import java.time.LocalDate;
import org.trueup.rules.fact.Account;
import org.trueup.rules.metric.Metric;

/** What the sheets say of one account: an exemption row wins over Who counts (P3). */
record Counted(CountingDecision decision, boolean exempt) {

    static Counted of(AccountCounting accounts, Metric metric, Account account, LocalDate day) {
        CountingDecision exemption = accounts.exemption(account);
        return exemption != null
                ? new Counted(exemption, true)
                : new Counted(accounts.whoCounts(metric, account, day), false);
    }
}
