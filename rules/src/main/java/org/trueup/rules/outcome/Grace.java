package org.trueup.rules.outcome;

import java.time.LocalDate;

/**
 * Where a tenant over its limit stands in its grace period.
 *
 * @param day 1 on the first night that Over the limit gives grace days; keeps counting after the last day
 * @param days length of the period, at least 1
 * @param endsOn the last day of the period
 */
public record Grace(int day, int days, LocalDate endsOn) {
    /** The period of so many days that began on a day, as seen on a later one. */
    public static Grace of(LocalDate since, int days, LocalDate asOf) {
        int day = Math.toIntExact(asOf.toEpochDay() - since.toEpochDay() + 1);
        return new Grace(day, days, since.plusDays(days - 1L));
    }

    /** The first day of the period. */
    public LocalDate since() {
        return endsOn.minusDays(days - 1L);
    }

    public boolean over() {
        return day > days;
    }
}
