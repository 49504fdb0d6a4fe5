package org.trueup.rules.policy.derived;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.UsageCounting;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.outcome.MonthUse;

/**
 * In which month the pool of credits ends at the pace of the last months (L2). The pace is the average of the plan's last
 * full calendar months before the as-of month, fewer where there are fewer; a first month that the plan did not begin on
 * the 1st is not full. The as-of month itself is not over, so it is expected to use as much as the pace, or what it has
 * used already where that is more; each later month uses the pace.
 *
 * @param months how many months the pace is taken from, at least 0
 * @param credits what they used together
 * @param poolEndsIn the month in which the last credit is used, if there is one before the plan ends without it
 */
public record CreditForecast(
        int months, int credits, @Nullable Month poolEndsIn) {
    private static final CreditForecast UNKNOWN = new CreditForecast(0, 0, null);

    /** Looks at no more than so many months. */
    public static CreditForecast of(Standing standing, UsageCounting counting, LocalDate asOf, int atMost) {
        Subscription plan = standing.subscription();
        List<MonthUse> used = counting.months(standing.facts(), plan, standing.planTerms(), asOf);
        int now = used.size() - 1;
        int firstFull = plan.startsOn().getDayOfMonth() == 1 ? 0 : 1;
        int from = Math.max(firstFull, now - atMost);
        if (from >= now) {
            return UNKNOWN;
        }
        int credits =
                used.subList(from, now).stream().mapToInt(MonthUse::consumed).sum();
        int months = now - from;
        return new CreditForecast(months, credits, poolEnd(standing, months, credits, used.get(now)));
    }

    /** All numbers times the months of the pace, so that nothing is divided before the end. */
    private static @Nullable Month poolEnd(Standing standing, int months, long credits, MonthUse now) {
        if (credits == 0) {
            return null;
        }
        long stillThisMonth = Math.max(0, credits - (long) months * now.consumed());
        long leftAfterThisMonth = (long) months * (standing.licences() - standing.used()) - stillThisMonth;
        long monthsAhead = (Math.max(0, leftAfterThisMonth) + credits - 1) / credits;
        long monthsOfPlan = Month.of(standing.subscription().endsOn()).number()
                - now.month().number();
        boolean justEnough = monthsAhead == monthsOfPlan && leftAfterThisMonth == monthsAhead * credits;
        return monthsAhead > monthsOfPlan || justEnough
                ? null
                : new Month(Math.toIntExact(now.month().number() + monthsAhead));
    }

    /** Whether users will log in before the plan's end whom the pool no longer covers. */
    public boolean runsOut() {
        return poolEndsIn != null;
    }

    /** Credits a month, with one decimal where it is no whole number. */
    public String pace() {
        BigDecimal pace = BigDecimal.valueOf(credits).divide(BigDecimal.valueOf(months), 1, RoundingMode.HALF_EVEN);
        return pace.toPlainString().replaceFirst("\\.0$", "");
    }
}
