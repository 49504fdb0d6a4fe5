package org.trueup.rules.counting;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;

/**
 * When an account was active within a period.
 *
 * @param firstOn none when it never was
 * @param months months with activity
 */
record Active(@Nullable LocalDate firstOn, int months) {
    static final Active NEVER = new Active(null, 0);

    /**
     * Looks at an account from one day to another, both counted in.
     *
     * @param only the kind of activity that counts; none means any
     */
    static Active of(Account account, @Nullable ActivityKind only, LocalDate from, LocalDate to) {
        LocalDate first = null;
        int[] months = new int[account.activity().size()];
        int count = 0;
        for (ActiveMonth active : account.activity()) {
            DaySet days = only == null || active.kind() == only ? active.within(from, to) : DaySet.EMPTY;
            if (!days.isEmpty()) {
                LocalDate day = active.month().day(days.first());
                first = first == null || day.isBefore(first) ? day : first;
                months[count++] = active.month().number();
            }
        }
        return count == 0 ? NEVER : new Active(first, distinct(months, count));
    }

    /** A month stands twice where an account has activity of two kinds in it. */
    private static int distinct(int[] months, int count) {
        return count == 1 ? 1 : (int) Arrays.stream(months, 0, count).distinct().count();
    }
}
