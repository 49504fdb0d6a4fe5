package org.trueup.rules.counting;

import java.time.LocalDate;
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
        ActiveMonth earliest = null;
        int earliestDay = 0;
        int[] months = new int[account.activity().size()];
        int count = 0;
        int latest = -1;
        for (ActiveMonth active : account.activity()) {
            DaySet days = only == null || active.kind() == only ? active.within(from, to) : DaySet.EMPTY;
            if (!days.isEmpty()) {
                int month = active.month().number();
                if (earliest == null
                        || month < earliest.month().number()
                        || (month == earliest.month().number() && days.first() < earliestDay)) {
                    earliest = active;
                    earliestDay = days.first();
                }
                count = month > latest || !contains(months, count, month) ? add(months, count, month) : count;
                latest = Math.max(latest, month);
            }
        }
        return earliest == null ? NEVER : new Active(earliest.month().day(earliestDay), count);
    }

    private static int add(int[] months, int count, int month) {
        months[count] = month;
        return count + 1;
    }

    /** A month stands twice, mostly one after the other, where an account has activity of two kinds in it. */
    private static boolean contains(int[] months, int count, int month) {
        for (int i = count - 1; i >= 0; i--) {
            if (months[i] == month) {
                return true;
            }
        }
        return false;
    }
}
