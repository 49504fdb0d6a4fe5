package org.trueup.spreadsheets.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** One stored night, as reports read it. Every call of {@link #tenants} streams from the store anew. */
public interface NightOutcome {

    LocalDate asOf();

    /** Whether it is a look at a coming date, which no night has reached yet. */
    default boolean preview() {
        return false;
    }

    /** The vendors that have tenants in this night, by name. */
    List<Vendor> vendors();

    /** The policy version that decided each vendor; a vendor without a policy has no entry. */
    Map<Vendor, Integer> policyVersions();

    /** The account managers who have tenants in this night, by name; tenants without one come under the empty name. */
    List<String> accountManagers();

    /** Hands over the tenants of a selection one by one, by tenant id in the order of UTF-8 bytes. */
    void tenants(Selection selection, Consumer<TenantOutcome> reader);

    /** The feed whose facts were decided; empty when facts came some other way. */
    Optional<FeedSummary> feed();

    /** Hands over the feed's rejected lines one by one, by file and line number. */
    void rejectedLines(Consumer<RejectedLine> reader);

    /**
     * What the last nights counted for a selection of tenants, up to this one, by date, vendor and status: 30 nights at
     * most. What past nights run again since say is left out, so that a night's files can be made again.
     */
    List<StatusCount> lastNights(Selection selection);

    /** The rows of the policy version that decided a vendor; {@link PolicyRows#NONE} where none did. */
    PolicyRows policyRows(Vendor vendor);

    /**
     * Compares what the files hold with what was decided, before they take their place.
     *
     * @return what {@code summary.json} tells of it, by what was counted and where; empty where nobody counted
     * @throws RuntimeException when it does not add up; the files are then not kept
     */
    default Map<String, Map<String, Long>> reckon(ReportedRows rows) {
        return Map.of();
    }

    /** Which tenants a report is about. */
    sealed interface Selection {
        record Everyone() implements Selection {}

        record OfVendor(Vendor vendor) implements Selection {}

        /** The empty name selects tenants without an account manager. */
        record OfAccountManager(String name) implements Selection {}
    }

    /**
     * How many tenants had a status on a night.
     *
     * @param status none for the tenants that were not decided
     * @param tenants at least 1
     */
    record StatusCount(
            LocalDate asOf, Vendor vendor, @Nullable Status status, long tenants) {}

    /** What a feed brought. */
    record FeedSummary(Instant newestFileAt, List<FileCount> files) {}

    /** Lines of one feed file (its parts together), the header not counted. */
    record FileCount(String file, long read, long taken, long rejected) {}

    /** A feed line that could not be taken. */
    record RejectedLine(String file, long lineNumber, String line, String reason) {}
}
