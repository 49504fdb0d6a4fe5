package org.trueup.batch.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;

/**
 * The policy versions that the store keeps. A version never changes once it is there; which one is in force depends on
 * the day that is asked about, never on today.
 */
public final class PolicyVersions {
    /** The first day that MariaDB's DATE promises: a version effective from it has always been in force. */
    public static final LocalDate BEGINNING_OF_TIME = LocalDate.of(1000, 1, 1);

    private static final String PRODUCT = "Trueup";
    private static final String COLUMNS = "vendor, version, effective_on, sha256, author, approver, note, published_at";
    private static final int ATTEMPTS = 10;

    private final JdbcClient sql;

    public PolicyVersions(DataSource store) {
        this.sql = JdbcClient.create(store);
    }

    /** All versions of a vendor's policy, the first one first; empty for a vendor without a policy. */
    public List<PolicyVersion> all(Vendor vendor) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_version WHERE vendor = ? ORDER BY version")
                .param(vendor.name())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * The version of each vendor that is in force on a day: of those effective by then, the one that became effective
     * last, and of several from the same day the highest version. A vendor without one is absent.
     */
    public SortedMap<Vendor, PolicyVersion> inForceOn(LocalDate asOf) {
        SortedMap<Vendor, PolicyVersion> found = new TreeMap<>();
        sql.sql("SELECT " + COLUMNS + " FROM (SELECT " + COLUMNS
                        + ", ROW_NUMBER() OVER (PARTITION BY vendor ORDER BY effective_on DESC, version DESC) AS place"
                        + " FROM policy_version WHERE effective_on <= ?) AS candidate WHERE place = 1")
                .param(asOf)
                .query((row, number) -> read(row))
                .list()
                .forEach(version -> found.put(version.vendor(), version));
        return found;
    }

    /**
     * Reads a version's workbook, as it was published.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if the store does not keep that version
     */
    public byte[] workbook(PolicyVersion version) {
        return sql.sql("SELECT workbook FROM policy_version WHERE vendor = ? AND version = ?")
                .param(version.vendor().name())
                .param(version.version())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /**
     * Keeps a workbook as the vendor's next version, also when its bytes are those of an earlier one. Programs may do
     * this at the same time: each gets a number of its own.
     */
    public PolicyVersion publish(Publication publication, byte[] workbook) {
        Vendor vendor = publication.vendor();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int next = next(vendor);
            if (add(publication, next, digest(workbook), workbook)) {
                return version(vendor, next);
            }
        }
        throw outrun(vendor);
    }

    /**
     * Keeps the workbooks that come with the product, in force from the beginning of time. One that the store has as
     * the vendor's newest shipped version changes nothing; a different one becomes the vendor's next version, which
     * counts only until the first day of one that people published. Programs may do this at the same time.
     */
    public void ship(Map<Vendor, byte[]> workbooks) {
        workbooks.forEach((vendor, workbook) -> {
            String sha256 = digest(workbook);
            for (int attempt = 1; !keepShipped(vendor, workbook, sha256); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw outrun(vendor);
                }
            }
        });
    }

    /** Returns false when somebody else published meanwhile, so that it must be looked at again. */
    private boolean keepShipped(Vendor vendor, byte[] workbook, String sha256) {
        // the number comes first: whatever others add after it takes that number, and the insert is refused
        int next = next(vendor);
        if (newestShipped(vendor).equals(Optional.of(sha256))) {
            return true;
        }
        Publication shipped = new Publication(vendor, BEGINNING_OF_TIME, PRODUCT, PRODUCT, "Came with the product");
        return add(shipped, next, sha256, workbook);
    }

    private int next(Vendor vendor) {
        return sql.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM policy_version WHERE vendor = ?")
                .param(vendor.name())
                .query(Integer.class)
                .single();
    }

    /** Returns false when the number was taken meanwhile. */
    private boolean add(Publication of, int version, String sha256, byte[] workbook) {
        try {
            sql.sql("INSERT INTO policy_version (" + COLUMNS
                            + ", workbook) VALUES (?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(), ?)")
                    .params(List.of(
                            of.vendor().name(),
                            version,
                            of.effectiveOn(),
                            sha256,
                            of.author(),
                            of.approver(),
                            of.note(),
                            workbook))
                    .update();
            return true;
        } catch (DuplicateKeyException takenMeanwhile) {
            return false;
        }
    }

    private PolicyVersion version(Vendor vendor, int version) {
        return sql.sql("SELECT " + COLUMNS + " FROM policy_version WHERE vendor = ? AND version = ?")
                .param(vendor.name())
                .param(version)
                .query((row, number) -> read(row))
                .single();
    }

    private static StoreException outrun(Vendor vendor) {
        return new StoreException(
                "The policy of %s could not be stored, because others kept publishing: try again.".formatted(vendor));
    }

    private Optional<String> newestShipped(Vendor vendor) {
        return sql.sql("SELECT sha256 FROM policy_version WHERE vendor = ? AND author = ? AND effective_on = ?"
                        + " ORDER BY version DESC LIMIT 1")
                .param(vendor.name())
                .param(PRODUCT)
                .param(BEGINNING_OF_TIME)
                .query(String.class)
                .optional();
    }

    private static PolicyVersion read(ResultSet row) throws SQLException {
        return new PolicyVersion(
                new Vendor(row.getString("vendor")),
                row.getInt("version"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("sha256"),
                row.getString("author"),
                row.getString("approver"),
                row.getString("note"),
                row.getObject("published_at", LocalDateTime.class));
    }

    private static String digest(byte[] workbook) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(workbook));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
