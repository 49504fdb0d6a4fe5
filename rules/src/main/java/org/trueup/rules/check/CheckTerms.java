package org.trueup.rules.check;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.terms.SheetRow;

/**
 * A row of the sheet Checks: a finding of the analysts' own, and the conditions that all have to hold for it.
 *
 * @param words what the tenant has to be; one that is missing is any
 * @param ranges what the tenant's measures have to be; one that is missing is any
 * @param from the first as-of date; none means since ever
 * @param until the last as-of date; none means for ever
 * @param message with placeholders in braces, see {@link Placeholder}
 */
public record CheckTerms(
        SheetRow at,
        String code,
        Severity severity,
        Map<Characteristic, String> words,
        Map<Measure, Range> ranges,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String message) {
    public static final String SHEET = "Checks";
    /** The column that a finding names. */
    public static final String CODE = "Code";

    public CheckTerms {
        words = Map.copyOf(words);
        ranges = Map.copyOf(ranges);
    }

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** The name of the rule that the row becomes. */
    public String rule() {
        return SHEET + " row " + at.row();
    }

    /** Of two rows with one code that both fit, the one with more conditions wins; else the upper row. */
    public boolean beats(CheckTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(CheckTerms other) {
        return Integer.compare(conditions(), other.conditions());
    }

    /** How many condition cells are filled. */
    public int conditions() {
        int bounds = ranges.values().stream()
                .mapToInt(range -> (range.atLeast() == null ? 0 : 1) + (range.atMost() == null ? 0 : 1))
                .sum();
        return words.size() + bounds + (from == null ? 0 : 1) + (until == null ? 0 : 1);
    }

    /** The finding that the row makes of a tenant whom it fits. */
    public Finding finding(CheckedTenant tenant) {
        return new Finding(
                tenant.facts().id(), code, severity, Placeholder.fill(message, tenant), rule(), cell(CODE), null);
    }
}
