package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.trueup.rules.fact.Account;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;

/** What the sheets say of one account: an exemption row wins over Who counts (P3). */
record Counted(CountingDecision decision, boolean exempt) {

    static Counted of(AccountCounting accounts, Metric metric, Account account, LocalDate day) {
        CountingDecision exemption = accounts.exemption(account);
        return exemption != null
                ? new Counted(exemption, true)
                : new Counted(accounts.whoCounts(metric, account, day), false);
    }

    /** Notes the account as looked at. */
    void addTo(
            List<CountedUser> users,
            List<ExemptUse> exemptUses,
            Set<Cell> cells,
            Account account,
            int licences,
            String reason,
            Active active) {
        users.add(new CountedUser(
                account.id(), account.name(), licences, reason, active.firstOn(), active.months(), exempt));
        if (exempt) {
            exemptUses.add(new ExemptUse(account, decision, licences));
        }
        if (decision.cell() != null) {
            cells.add(decision.cell());
        }
    }
}
