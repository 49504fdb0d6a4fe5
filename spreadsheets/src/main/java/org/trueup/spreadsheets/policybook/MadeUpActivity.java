package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;
import org.trueup.spreadsheets.policybook.ActiveDaysType.ActiveDays;

/**
 * When the made-up accounts of a scenario were active. Each active day is a login and a registration, so that every metric
 * sees it.
 *
 * @param lastDay the day on which an account was active of which nothing else is said
 */
record MadeUpActivity(LocalDate asOf, LocalDate lastDay) {

    /**
     * The activity by month and kind.
     *
     * @param typed none means on the last day
     * @param months on the last day, and on the last days of the months before it, so many months in all; none means 1
     */
    List<ActiveMonth> of(@Nullable ActiveDays typed, @Nullable Integer months) {
        if (typed == null) {
            return folded(lastMonths(months == null ? 1 : months));
        }
        return folded(typed.daily() ? everyDay() : typed.days());
    }

    private List<LocalDate> lastMonths(int months) {
        List<LocalDate> days = new ArrayList<>();
        days.add(lastDay);
        Month month = Month.of(lastDay);
        for (int i = 1; i < months; i++) {
            month = month.previous();
            days.add(month.lastDay());
        }
        return days;
    }

    private List<LocalDate> everyDay() {
        return asOf.withDayOfMonth(1).datesUntil(asOf.plusDays(1)).toList();
    }

    private static List<ActiveMonth> folded(List<LocalDate> days) {
        Map<Month, Integer> months = new TreeMap<>();
        days.forEach(day -> months.merge(Month.of(day), DaySet.bit(day.getDayOfMonth()), (one, other) -> one | other));
        List<ActiveMonth> activity = new ArrayList<>();
        months.forEach((month, bits) -> {
            activity.add(new ActiveMonth(month, ActivityKind.REGISTRATION, new DaySet(bits)));
            activity.add(new ActiveMonth(month, ActivityKind.LOGIN, new DaySet(bits)));
        });
        return List.copyOf(activity);
    }
}
