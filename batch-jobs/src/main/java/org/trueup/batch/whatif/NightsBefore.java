package org.trueup.batch.whatif;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.whatif.RowPlace;

/** The stored nights of one vendor: by which version they decided, and which of its rows had a say. */
record NightsBefore(JdbcClient sql, Vendor vendor) {
    /** Who looks at rows that nobody needs does not care whether it was one year or two. */
    private static final int AT_MOST = 400;

    record Night(LocalDate asOf, int run) {}

    /** The nights up to a date, the latest first. */
    List<Night> upTo(LocalDate asOf) {
        return sql.sql("SELECT as_of, run_id FROM night WHERE vendor = ? AND as_of <= ? ORDER BY as_of DESC LIMIT "
                        + AT_MOST)
                .params(vendor.name(), asOf)
                .query((row, number) -> new Night(row.getObject(1, LocalDate.class), row.getInt(2)))
                .list();
    }

    /** The rows that had a say; empty for a night that decided nobody, or of before rows were counted. */
    Set<RowPlace> used(Night night) {
        return new HashSet<>(sql.sql("SELECT DISTINCT sheet, row_no FROM row_use WHERE run_id = ? AND vendor = ?")
                .params(night.run(), vendor.name())
                .query((row, number) -> new RowPlace(row.getString(1), row.getInt(2)))
                .list());
    }

    /** 0 for a night that decided nobody. */
    int version(Night night) {
        return sql.sql("SELECT policy_version FROM assessment WHERE run_id = ? AND vendor = ? AND decided LIMIT 1")
                .params(night.run(), vendor.name())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
