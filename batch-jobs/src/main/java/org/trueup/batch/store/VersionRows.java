package org.trueup.batch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/** Reads the table {@code policy_version}. */
final class VersionRows {
    private static final String COLUMNS =
            "vendor, version, effective_on, back_to, sha256, author, approver, note, published_at";

    private final JdbcClient sql;

    VersionRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<PolicyVersion> all(Vendor vendor) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_version WHERE vendor = ? ORDER BY version")
                .param(vendor.name())
                .query((row, number) -> read(row))
                .list();
    }

    /** Those of every vendor. */
    List<PolicyVersion> all() {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_version ORDER BY vendor, version")
                .query((row, number) -> read(row))
                .list();
    }

    /** One of each vendor that has one. */
    List<PolicyVersion> inForceOn(LocalDate asOf) {
        return sql.sql("SELECT " + COLUMNS + " FROM (SELECT " + COLUMNS
                        + ", ROW_NUMBER() OVER (PARTITION BY vendor ORDER BY effective_on DESC, version DESC) AS place"
                        + " FROM policy_version WHERE effective_on <= ?) AS candidate WHERE place = 1")
                .param(asOf)
                .query((row, number) -> read(row))
                .list();
    }

    PolicyVersion one(Vendor vendor, int version) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_version WHERE vendor = ? AND version = ?")
                .param(vendor.name())
                .param(version)
                .query((row, number) -> read(row))
                .single();
    }

    byte[] workbook(PolicyVersion version) {
        return sql.sql("SELECT workbook FROM policy_version WHERE vendor = ? AND version = ?")
                .param(version.vendor().name())
                .param(version.version())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** The number of the vendor's next version. */
    int next(Vendor vendor) {
        return sql.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM policy_version WHERE vendor = ?")
                .param(vendor.name())
                .query(Integer.class)
                .single();
    }

    /** The digest of the newest of the versions by an author that are effective from a day. */
    Optional<String> newestDigest(Vendor vendor, String author, LocalDate effectiveOn) {
        return sql.sql("SELECT sha256 FROM policy_version WHERE vendor = ? AND author = ? AND effective_on = ?"
                        + " ORDER BY version DESC LIMIT 1")
                .param(vendor.name())
                .param(author)
                .param(effectiveOn)
                .query(String.class)
                .optional();
    }

    private static PolicyVersion read(ResultSet row) throws SQLException {
        return new PolicyVersion(
                new Vendor(row.getString("vendor")),
                row.getInt("version"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("back_to", Integer.class),
                row.getString("sha256"),
                row.getString("author"),
                row.getString("approver"),
                row.getString("note"),
                row.getObject("published_at", LocalDateTime.class));
    }
}
