package org.trueup.rules.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Plans.
 *
 * @param price per licence and month, at least 0; none means by agreement
 * @param minimum licences to buy at least
 * @param maximum licences to hold and use at most (the plan's cap)
 * @param soldFrom first day of sale
 * @param soldUntil last day of sale (A1)
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
        @Nullable LocalDate soldUntil) {
    public static final String SHEET = "Plans";

    public Cell cell(String header) {
        return at.cell(header);
    }
}
