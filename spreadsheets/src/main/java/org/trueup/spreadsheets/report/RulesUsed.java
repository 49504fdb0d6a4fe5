package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.whatif.PolicyRows;
import org.trueup.spreadsheets.whatif.RowPlace;

/** Which rows of the policy workbooks had a say about the tenants of one workbook. */
final class RulesUsed {
    private final SortedMap<Vendor, Use> vendors = new TreeMap<>();

    /** What decided the tenants of one vendor. */
    private static final class Use {
        private final SortedMap<Cell, Long> tenants = new TreeMap<>();
        private final Map<RowPlace, Cell> firstCells = new HashMap<>();
        private long all;
    }

    void add(Assessment assessment) {
        Use use = vendors.computeIfAbsent(assessment.tenant().vendor(), vendor -> new Use());
        use.all++;
        for (Cell cell : assessment.decidedBy()) {
            Cell row = use.firstCells.computeIfAbsent(new RowPlace(cell.sheet(), cell.row()), place -> cell);
            use.tenants.merge(row, 1L, Long::sum);
        }
    }

    /** By vendor, in the order of the workbook; rows that it does not know stand last. */
    List<RulesUsedTable.Row> rows(Function<Vendor, PolicyRows> policies) {
        List<RulesUsedTable.Row> rows = new ArrayList<>();
        vendors.forEach((vendor, use) -> {
            Map<RowPlace, Cell> left = new LinkedHashMap<>();
            use.tenants.keySet().forEach(cell -> left.put(new RowPlace(cell.sheet(), cell.row()), cell));
            for (PolicyRow row : policies.apply(vendor).all()) {
                Cell cell = left.remove(RowPlace.of(row));
                if (cell != null) {
                    rows.add(row(vendor, use, cell, row.words()));
                }
            }
            left.values().forEach(cell -> rows.add(row(vendor, use, cell, null)));
        });
        return rows;
    }

    private static RulesUsedTable.Row row(Vendor vendor, Use use, Cell cell, @Nullable String words) {
        long tenants = use.tenants.getOrDefault(cell, 0L);
        return new RulesUsedTable.Row(vendor, cell, words, tenants, (double) tenants / use.all);
    }
}
