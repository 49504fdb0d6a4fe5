package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.CountedUser;

/** The accounts that were looked at so far, and what they add up to. */
final class LookedAt {
    private final List<CountedUser> users;
    private final List<ExemptUse> exempt = new ArrayList<>();
    private final Set<Cell> cells = new HashSet<>();
    private @Nullable Cell latest;
    private int used;

    LookedAt(int accounts) {
        users = new ArrayList<>(accounts);
    }

    /** Notes an account that did nothing that a row could count; one that is not there on the day is passed over. */
    void idle(Account account, LocalDate day, String reason, Active logins) {
        boolean there = account.addedBy(day) && !account.removedBy(day);
        if (there || logins.firstOn() != null) {
            users.add(
                    new CountedUser(account.id(), account.name(), 0, reason, logins.firstOn(), logins.months(), false));
        }
    }

    /** Notes an account about which a row decided. */
    void decided(Account account, Counted counted, int licences, String reason, Active logins) {
        users.add(new CountedUser(
                account.id(), account.name(), licences, reason, logins.firstOn(), logins.months(), counted.exempt()));
        if (counted.exempt()) {
            exempt.add(new ExemptUse(account, counted.decision(), licences));
        }
        alsoDecidedBy(counted);
        used += licences;
    }

    /** A row decided about an account, beside the one that was noted with it. */
    void alsoDecidedBy(Counted counted) {
        Cell cell = counted.decision().cell();
        // thousands of accounts in a row are decided by one row
        if (cell != null && cell != latest) {
            cells.add(cell);
            latest = cell;
        }
    }

    Usage usage() {
        return new Usage(used, null, null, users, exempt, cells);
    }

    /** The use by a metric that looks at the busiest day, however the accounts add up. */
    Usage usage(int peak, @Nullable LocalDate peakDay, int previousPeak) {
        return new Usage(peak, peakDay, previousPeak, users, exempt, cells);
    }
}
