package org.trueup.spreadsheets.whatif;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.spreadsheets.policybook.PolicyRow;

/** The rows of one version of a policy, found by their place and by what they say. */
public final class PolicyRows {
    /** For a vendor without a policy. */
    public static final PolicyRows NONE = new PolicyRows(List.of());

    private final List<PolicyRow> all;
    private final Map<RowPlace, PolicyRow> byPlace = new HashMap<>();
    private final Map<Content, PolicyRow> byContent = new LinkedHashMap<>();

    private record Content(String sheet, Map<String, String> cells) {
        static Content of(PolicyRow row) {
            return new Content(row.at().sheet(), row.cells());
        }
    }

    /** @param rows sheet by sheet from top to bottom */
    public PolicyRows(List<PolicyRow> rows) {
        this.all = List.copyOf(rows);
        for (PolicyRow row : rows) {
            byPlace.put(RowPlace.of(row), row);
            byContent.putIfAbsent(Content.of(row), row);
        }
    }

    /** In the order of the workbook. */
    public List<PolicyRow> all() {
        return all;
    }

    /** The row that says the same as a row of another version, wherever it stands; the upper one of two. */
    public Optional<PolicyRow> sameAs(PolicyRow row) {
        return Optional.ofNullable(byContent.get(Content.of(row)));
    }

    /** The row that a cell stands in; none where the version has none there. */
    public @Nullable PolicyRow at(Cell cell) {
        return byPlace.get(new RowPlace(cell.sheet(), cell.row()));
    }
}
