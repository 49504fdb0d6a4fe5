package org.trueup.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Term;

/**
 * A subscription in the making.
 *
 * @param licences none leaves the cell empty: the plan's cap, or unlimited
 */
record Deal(
        String plan,
        @Nullable Integer licences,
        LocalDate startsOn,
        LocalDate endsOn,
        Term term,
        BigDecimal discountPercent,
        @Nullable BigDecimal price,
        @Nullable String supportPlan) {

    /** A paid year. */
    static Deal year(String plan, @Nullable Integer licences, LocalDate startsOn) {
        return new Deal(plan, licences, startsOn, lastDayOfYear(startsOn), Term.PAID, BigDecimal.ZERO, null, null);
    }

    /** The day before the same date next year; from a February 29, the next February 28 (L5). */
    private static LocalDate lastDayOfYear(LocalDate startsOn) {
        LocalDate again = startsOn.plusYears(1);
        return again.getDayOfMonth() == startsOn.getDayOfMonth() ? again.minusDays(1) : again;
    }

    Deal days(int days) {
        return new Deal(
                plan, licences, startsOn, startsOn.plusDays(days - 1L), term, discountPercent, price, supportPlan);
    }

    /** The same, ending on another day. */
    Deal until(LocalDate lastDay) {
        return new Deal(plan, licences, startsOn, lastDay, term, discountPercent, price, supportPlan);
    }

    /** A paid year of the same from a day on. */
    Deal startingOn(LocalDate day) {
        return new Deal(plan, licences, day, lastDayOfYear(day), term, discountPercent, price, supportPlan);
    }

    Deal plan(String name) {
        return new Deal(name, licences, startsOn, endsOn, term, discountPercent, price, supportPlan);
    }

    Deal term(Term value) {
        return new Deal(plan, licences, startsOn, endsOn, value, discountPercent, price, supportPlan);
    }

    Deal discount(String percent) {
        return new Deal(plan, licences, startsOn, endsOn, term, new BigDecimal(percent), price, supportPlan);
    }

    Deal price(String perLicence) {
        return new Deal(
                plan, licences, startsOn, endsOn, term, discountPercent, new BigDecimal(perLicence), supportPlan);
    }

    Deal support(String plan) {
        return new Deal(this.plan, licences, startsOn, endsOn, term, discountPercent, price, plan);
    }

    /** The year before this deal, with fewer licences. */
    Deal previousYear(int fewer) {
        Integer then = licences == null ? null : Math.max(1, licences - fewer);
        return new Deal(
                plan,
                then,
                startsOn.minusYears(1),
                startsOn.minusDays(1),
                Term.PAID,
                discountPercent,
                price,
                supportPlan);
    }

    Subscription as(String id) {
        return new Subscription(id, plan, licences, startsOn, endsOn, term, discountPercent, price, supportPlan);
    }
}
