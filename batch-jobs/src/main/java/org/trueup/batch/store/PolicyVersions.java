package org.trueup.batch.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.PolicyEvent.Action;
import org.trueup.batch.store.PolicyTrail.Draft;
import org.trueup.rules.fact.Vendor;

/**
 * The policy versions that the store keeps. A version never changes once it is there, and the database refuses whoever
 * tries; which one is in force depends on the day that is asked about, never on today.
 */
public final class PolicyVersions {
    /** The first day that MariaDB's DATE promises: a version effective from it has always been in force. */
    public static final LocalDate BEGINNING_OF_TIME = LocalDate.of(1000, 1, 1);

    private static final String PRODUCT = "Trueup";
    private static final int ATTEMPTS = 10;

    private final JdbcClient sql;
    private final VersionRows rows;
    private final PolicyTrail trail;

    public PolicyVersions(DataSource store) {
        this.sql = JdbcClient.create(store);
        this.rows = new VersionRows(sql);
        this.trail = new PolicyTrail(store);
    }

    /** All versions of a vendor's policy, the first one first; empty for a vendor without a policy. */
    public List<PolicyVersion> all(Vendor vendor) {
        return rows.all(vendor);
    }

    /** All versions of every vendor's policy, by vendor, the first one first. */
    public List<PolicyVersion> all() {
        return rows.all();
    }

    /** Everything that was ever done to a vendor's policy, the first first. */
    public List<PolicyEvent> history(Vendor vendor) {
        return trail.of(vendor);
    }

    /**
     * The version of each vendor that is in force on a day: of those effective by then, the one that became effective
     * last, and of several from the same day the highest version. A vendor without one is absent.
     */
    public SortedMap<Vendor, PolicyVersion> inForceOn(LocalDate asOf) {
        SortedMap<Vendor, PolicyVersion> found = new TreeMap<>();
        rows.inForceOn(asOf).forEach(version -> found.put(version.vendor(), version));
        return found;
    }

    /**
     * Reads a version's workbook, as it was published.
     *
     * @throws StoreException if its bytes are not those that were published
     * @throws org.springframework.dao.EmptyResultDataAccessException if the store does not keep that version
     */
    public byte[] workbook(PolicyVersion version) {
        byte[] workbook = rows.workbook(version);
        String sha256 = Digest.of(workbook);
        if (!sha256.equals(version.sha256())) {
            throw new StoreException(
                    ("The store's workbook of version %d of %s is not the one that was published: its SHA-256 is %s and was"
                                    + " %s; restore the store from a backup, or publish that workbook again.")
                            .formatted(version.version(), version.vendor(), sha256, version.sha256()));
        }
        return workbook;
    }

    /**
     * The dates of the vendor's stored nights on which a version is in force, the earliest first: each would be decided
     * by it when it is run again.
     */
    public List<LocalDate> nightsTouchedBy(PolicyVersion version) {
        PolicyTimeline timeline = PolicyTimeline.of(all(version.vendor()));
        return sql
                .sql("SELECT as_of FROM night WHERE vendor = ? AND as_of >= ? ORDER BY as_of")
                .params(version.vendor().name(), version.effectiveOn())
                .query(LocalDate.class)
                .list()
                .stream()
                .filter(night -> timeline.inForceOn(night).equals(Optional.of(version)))
                .toList();
    }

    /**
     * Keeps a workbook as the vendor's next version, also when its bytes are those of an earlier one. Programs may do
     * this at the same time: each gets a number of its own.
     */
    public PolicyVersion publish(Publication publication, byte[] workbook) {
        return add(new Draft(
                Action.PUBLISHED,
                publication.vendor(),
                publication.effectiveOn(),
                null,
                publication.author(),
                publication.approver(),
                publication.note(),
                workbook));
    }

    /**
     * Keeps the workbook of an earlier version as the vendor's next one.
     *
     * @param to a version of the vendor that the publication is about
     * @throws StoreException if its bytes are not those that were published
     */
    public PolicyVersion rollBack(Publication publication, PolicyVersion to) {
        if (!publication.vendor().equals(to.vendor())) {
            throw new IllegalArgumentException(publication.vendor() + " back to a version of " + to.vendor());
        }
        return add(new Draft(
                Action.ROLLED_BACK,
                publication.vendor(),
                publication.effectiveOn(),
                to.version(),
                publication.author(),
                publication.approver(),
                publication.note(),
                workbook(to)));
    }

    private PolicyVersion add(Draft draft) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int next = rows.next(draft.vendor());
            if (trail.add(draft, next)) {
                return rows.one(draft.vendor(), next);
            }
        }
        throw outrun(draft.vendor());
    }

    /** Those of the product's own workbooks that the store does not hold as they are now. */
    public Map<Vendor, byte[]> notShippedYet(Map<Vendor, byte[]> workbooks) {
        Map<Vendor, byte[]> missing = new TreeMap<>(workbooks);
        missing.entrySet().removeIf(shipped -> holds(shipped.getKey(), shipped.getValue()));
        return missing;
    }

    private boolean holds(Vendor vendor, byte[] shipped) {
        return rows.newestDigest(vendor, PRODUCT, BEGINNING_OF_TIME).equals(Optional.of(Digest.of(shipped)));
    }

    /**
     * Keeps the workbooks that come with the product, in force from the beginning of time. One that the store has as
     * the vendor's newest shipped version changes nothing; a different one becomes the vendor's next version, which
     * counts only until the first day of one that people published. Programs may do this at the same time.
     */
    public void ship(Map<Vendor, byte[]> workbooks) {
        workbooks.forEach((vendor, workbook) -> {
            for (int attempt = 1; !keepShipped(vendor, workbook); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw outrun(vendor);
                }
            }
        });
    }

    /** Returns false when somebody else published meanwhile, so that it must be looked at again. */
    private boolean keepShipped(Vendor vendor, byte[] workbook) {
        // the number comes first: whatever others add after it takes that number, and the insert is refused
        int next = rows.next(vendor);
        if (holds(vendor, workbook)) {
            return true;
        }
        Draft shipped = new Draft(
                Action.SHIPPED, vendor, BEGINNING_OF_TIME, null, PRODUCT, PRODUCT, "Came with the product", workbook);
        return trail.add(shipped, next);
    }

    private static StoreException outrun(Vendor vendor) {
        return new StoreException(
                "The policy of %s could not be stored, because others kept publishing: try again.".formatted(vendor));
    }
}
