package org.trueup.rules.outcome;

import java.time.LocalDate;

/**
 * Where a tenant over its limit stands in its grace period.
 *
 * @param day 1 on the first night over; keeps counting after the last day
 * @param days length of the period, at least 1
 * @param endsOn the last day of the period
 */
public record Grace(int day, int days, LocalDate endsOn) {
    /** The period of so many days that began on the first day over, as seen on a day. */
    public static Grace of(LocalDate overSince, int days, LocalDate asOf) {
        int day = Math.toIntExact(asOf.toEpochDay() - overSince.toEpochDay() + 1);
        return new Grace(day, days, overSince.plusDays(days - 1L));
    }

    public boolean over() {
        return day > days;
    }
}
