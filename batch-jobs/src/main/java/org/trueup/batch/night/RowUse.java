package org.trueup.batch.night;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trueup.batch.store.SqlFailure;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;

/** How many tenants each row of the policy workbooks had a say about, within the tenants that are written together. */
final class RowUse {
    private static final String ADD = "INSERT INTO row_use (run_id, tenant_no, vendor, sheet, row_no, tenants)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE tenants = tenants + VALUES(tenants)";

    private final SortedMap<Row, Integer> tenants = new TreeMap<>();

    private record Row(Vendor vendor, String sheet, int number) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::vendor).thenComparing(Row::sheet).thenComparing(Row::number);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    void add(Assessment assessment) {
        for (Cell cell : assessment.decidedBy()) {
            tenants.merge(new Row(assessment.tenant().vendor(), cell.sheet(), cell.row()), 1, Integer::sum);
        }
    }

    /** Adds the counts to those that the run has for the range, in the connection's transaction. */
    void write(int run, int firstOfRange, Connection connection) {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (SortedMap.Entry<Row, Integer> row : tenants.entrySet()) {
                add.setInt(1, run);
                add.setInt(2, firstOfRange);
                add.setString(3, row.getKey().vendor().name());
                add.setString(4, row.getKey().sheet());
                add.setInt(5, row.getKey().number());
                add.setInt(6, row.getValue());
                add.addBatch();
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw SqlFailure.of("counting the rows that decided", e);
        }
    }
}
