package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;

/**
 * The two columns of a measure on the sheet Checks.
 *
 * @param decimals the most that a number in them may have
 */
record BoundColumns(Column<BigDecimal> atLeast, Column<BigDecimal> atMost, int decimals) {

    static BoundColumns of(Measure measure) {
        String unit = measure.unit() == Measure.Unit.PERCENT ? " (%)" : "";
        ValueType<BigDecimal> type =
                measure.unit() == Measure.Unit.PERCENT ? NumberTypes.percent() : NumberTypes.amount();
        return new BoundColumns(
                Column.optional(measure.title() + " at least" + unit, type),
                Column.optional(measure.title() + " at most" + unit, type),
                measure.unit().decimals());
    }

    List<Column<?>> columns() {
        return List.of(atLeast, atMost);
    }

    /** What the row asks of the measure; nothing where both cells are empty or one is wrong. */
    Optional<Range> read(TableRow row) {
        BigDecimal least = bound(row, atLeast);
        BigDecimal most = bound(row, atMost);
        if (least != null && most != null && most.compareTo(least) < 0) {
            row.error(
                    atMost,
                    most.toPlainString() + " is less than " + least.toPlainString() + " under " + atLeast.header()
                            + ", so that no tenant fits; type a higher number");
        }
        return least == null && most == null ? Optional.empty() : Optional.of(new Range(least, most));
    }

    private @Nullable BigDecimal bound(TableRow row, Column<BigDecimal> column) {
        BigDecimal number = row.get(column);
        if (number != null && number.scale() > decimals) {
            String most = decimals == 0 ? "a whole number" : "a number of at most " + decimals + " decimals";
            row.error(column, number.toPlainString() + " is not " + most + "; type one");
        }
        return number;
    }
}
