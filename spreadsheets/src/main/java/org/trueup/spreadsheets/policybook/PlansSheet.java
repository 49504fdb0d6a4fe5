package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.PlanTerms;

/** Reads the sheet Plans, and knows the plans' names for the other sheets. */
final class PlansSheet {
    private static final int MOST_LICENCES = 10_000_000;
    private static final int MOST_MONTHS = 120;
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
    private static final Column<Integer> FIXED_TERM =
            Column.optional("Fixed term in months", NumberTypes.whole(1, MOST_MONTHS));
    private static final Column<Boolean> SHOWN = Column.optional("Shown to customers", ChoiceTypes.yesNo());
    private static final Column<Boolean> FREE_AFTER_TRIAL = Column.optional("Free after trial", ChoiceTypes.yesNo());
    static final List<Column<?>> COLUMNS = List.of(
            PLAN,
            METRIC,
            PRICE,
            CURRENCY,
            MINIMUM,
            MAXIMUM,
            SOLD_FROM,
            SOLD_UNTIL,
            FIXED_TERM,
            SHOWN,
            FREE_AFTER_TRIAL);

    private final FirstRows firstRows = new FirstRows();
    private final FirstRows freeRows = new FirstRows();
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
        Integer fixedTerm = row.get(FIXED_TERM);
        boolean shown = !Boolean.FALSE.equals(row.get(SHOWN));
        boolean freeAfterTrial = Boolean.TRUE.equals(row.get(FREE_AFTER_TRIAL));
        if (plan != null) {
            refuseSecond(row, plan);
        }
        if (freeAfterTrial) {
            freeRows.refuseSecond(
                    row, FREE_AFTER_TRIAL, "the plan that follows a trial", "; type no in one of the two rows");
        }
        checkRanges(row, minimum, maximum, soldFrom, soldUntil);
        if (row.failed() || plan == null || metric == null) {
            return null;
        }
        return new PlanTerms(
                row.at(),
                plan,
                metric,
                price,
                currency == null ? WHERE_NONE_IS_SAID : currency,
                minimum,
                maximum,
                soldFrom,
                soldUntil,
                fixedTerm,
                shown,
                freeAfterTrial);
    }

    private static void checkRanges(
            TableRow row,
            @Nullable Integer minimum,
            @Nullable Integer maximum,
            @Nullable LocalDate soldFrom,
            @Nullable LocalDate soldUntil) {
        if (minimum != null && maximum != null && minimum > maximum) {
            row.error(MAXIMUM, maximum + " is below the minimum of " + minimum + "; type a number not below it");
        }
        if (soldFrom != null && soldUntil != null && soldUntil.isBefore(soldFrom)) {
            row.error(SOLD_UNTIL, soldUntil + " is before the first day of sale, " + soldFrom + "; type a later date");
        }
    }

    private void refuseSecond(TableRow row, String plan) {
        boolean first = names.stream().noneMatch(plan::equalsIgnoreCase);
        firstRows.refuseSecond(
                row, PLAN, "the plan " + Spoken.quoted(plan), "; delete one of the two rows or rename one plan", plan);
        if (first) {
            names.add(plan);
        }
    }
}
