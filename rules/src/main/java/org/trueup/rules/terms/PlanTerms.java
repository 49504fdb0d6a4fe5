package org.trueup.rules.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Licences;

/**
 * A row of the sheet Plans.
 *
 * @param price per licence and month, at least 0; none means by agreement
 * @param minimum licences to buy at least
 * @param maximum licences to hold and use at most (the plan's cap)
 * @param soldFrom first day of sale
 * @param soldUntil last day of sale (A1)
 * @param fixedTermMonths months that a paid term lasts exactly, at least 1 (L5); none means any term
 * @param shownToCustomers whether customers may see what they use under it (L5)
 * @param freeAfterTrial whether a tenant without a subscription in force falls to this plan (A6)
 */
public record PlanTerms(
        SheetRow at,
        String plan,
        Metric metric,
        @Nullable BigDecimal price,
        Currency currency,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        @Nullable LocalDate soldFrom,
        @Nullable LocalDate soldUntil,
        @Nullable Integer fixedTermMonths,
        boolean shownToCustomers,
        boolean freeAfterTrial) {
    public static final String SHEET = "Plans";

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** What a subscription to this plan licenses: what was bought, else the plan's cap, else no limit. */
    public Licences licensedBy(Subscription subscription) {
        return new Licences(subscription.licenses() != null ? subscription.licenses() : maximum);
    }

    /** The larger of a number of licences and the plan's minimum. */
    public int atLeastMinimum(int licences) {
        return minimum == null ? licences : Math.max(licences, minimum);
    }

    /** Whether a number of licences is beyond the plan's cap. */
    public boolean capsBelow(int licences) {
        return maximum != null && licences > maximum;
    }

    /** Whether the plan could not be bought on a day (A1). */
    public boolean notOnSaleOn(LocalDate day) {
        return beforeSale(day) || (soldUntil != null && day.isAfter(soldUntil));
    }

    private boolean beforeSale(LocalDate day) {
        return soldFrom != null && day.isBefore(soldFrom);
    }

    /**
     * The last day of a paid term that begins on a day: the day before the same date so many months later or, where that
     * month has no such date, its last day (L5). None where the plan fixes no term.
     */
    public @Nullable LocalDate lastDayOfTerm(LocalDate startsOn) {
        if (fixedTermMonths == null) {
            return null;
        }
        LocalDate sameDate = startsOn.plusMonths(fixedTermMonths);
        return sameDate.getDayOfMonth() < startsOn.getDayOfMonth() ? sameDate : sameDate.minusDays(1);
    }

    /** The cell that keeps the plan from being bought on a day. */
    public Cell saleCell(LocalDate day) {
        return cell(beforeSale(day) ? "Sold from" : "Sold until");
    }

    /** When the plan is sold, in words. */
    public String sale() {
        String from = soldFrom == null ? "" : "from " + soldFrom;
        String until = soldUntil == null ? "" : "until " + soldUntil;
        return (from + " " + until).strip();
    }
}
