package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.terms.PlanTerms;

/** Reads the sheet Plans, and knows the plans' names for the other sheets. */
final class PlansSheet {
    private static final int MOST_LICENCES = 10_000_000;
    private static final Currency WHERE_NONE_IS_SAID = Currency.getInstance("USD");

    private static final Column<String> PLAN = Column.required("Plan", TextTypes.name("a plan's name"));
    private static final Column<Metric> METRIC =
            Column.required("Metric", ChoiceTypes.oneOf(Metric.class, Metric::code));
    private static final Column<BigDecimal> PRICE = Column.optional("Price per licence and month", NumberTypes.money());
    private static final Column<Currency> CURRENCY = Column.optional("Currency", ChoiceTypes.currency());
    private static final Column<Integer> MINIMUM = Column.optional("Minimum", NumberTypes.whole(0, MOST_LICENCES));
    private static final Column<Integer> MAXIMUM = Column.optional("Maximum", NumberTypes.whole(0, MOST_LICENCES));
    private static final Column<LocalDate> SOLD_FROM = Column.optional("Sold from", new DateType());
    private static final Column<LocalDate> SOLD_UNTIL = Column.optional("Sold until", new DateType());
    static final List<Column<?>> COLUMNS =
            List.of(PLAN, METRIC, PRICE, CURRENCY, MINIMUM, MAXIMUM, SOLD_FROM, SOLD_UNTIL);

    /** First cell of each plan, by its name in lower case. */
    private final Map<String, Cell> firstCells = new LinkedHashMap<>();

    private final List<String> names = new ArrayList<>();

    /** The names that the sheet tells, also of rows that are wrong otherwise. */
    List<String> names() {
        return List.copyOf(names);
    }

    @Nullable
    PlanTerms read(TableRow row) {
        String plan = row.get(PLAN);
        Metric metric = row.get(METRIC);
        BigDecimal price = row.get(PRICE);
        Currency currency = row.get(CURRENCY);
        Integer minimum = row.get(MINIMUM);
        Integer maximum = row.get(MAXIMUM);
        LocalDate soldFrom = row.get(SOLD_FROM);
        LocalDate soldUntil = row.get(SOLD_UNTIL);
        if (plan != null) {
            refuseSecond(row, plan);
        }
        if (minimum != null && maximum != null && minimum > maximum) {
            row.error(MAXIMUM, maximum + " is below the minimum of " + minimum + "; type a number not below it");
        }
        if (soldFrom != null && soldUntil != null && soldUntil.isBefore(soldFrom)) {
            row.error(SOLD_UNTIL, soldUntil + " is before the first day of sale, " + soldFrom + "; type a later date");
        }
        if (row.failed() || plan == null || metric == null) {
            return null;
        }
        Currency sold = currency == null ? WHERE_NONE_IS_SAID : currency;
        return new PlanTerms(
                row.at(), plan, metric, price, sold, minimum, maximum, soldFrom, soldUntil, null, true, false);
    }

    private void refuseSecond(TableRow row, String plan) {
        Cell first =
                firstCells.putIfAbsent(plan.toLowerCase(Locale.ROOT), row.at().cell(PLAN.header()));
        if (first == null) {
            names.add(plan);
        } else {
            row.error(
                    PLAN,
                    "the plan " + Spoken.quoted(plan) + " stands already in " + first.address()
                            + "; delete one of the two rows or rename one plan");
        }
    }
}
