package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.server.run.Policies;

/** Says what follows from a version that has just been published, and what is left to do. */
final class PublishedText {
    /** A month of nights is told one by one; more of them only by their number. */
    private static final int MOST_NIGHTS = 31;

    private final PolicyVersion published;
    private final List<PolicyVersion> versions;
    private final List<LocalDate> nights;

    PublishedText(PolicyVersion published, Policies policies) {
        this.published = published;
        this.versions = policies.versions(published.vendor());
        this.nights = policies.nightsTouchedBy(published);
    }

    /** @param storeOptions how the same store is named again on the command line, may be empty */
    void tell(PrintWriter out, String storeOptions) {
        twin().ifPresent(twin -> out.println("The workbook is the same as that of version " + twin.version() + "."));
        PolicyTimeline.of(versions)
                .after(published)
                .ifPresent(next -> out.println("From " + next.effectiveOn() + " on, version " + next.version()
                        + " is in force instead, published before."));
        if (!nights.isEmpty()) {
            tellNights(out, storeOptions);
        }
    }

    /** The latest of the versions before that has the same workbook; of a version rolled back to nobody needs telling. */
    private Optional<PolicyVersion> twin() {
        if (published.backTo() != null) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> version.version() < published.version())
                .filter(version -> version.sha256().equals(published.sha256()))
                .max(Comparator.comparing(PolicyVersion::version));
    }

    private void tellNights(PrintWriter out, String storeOptions) {
        boolean one = nights.size() == 1;
        out.println(Figures.count(nights.size(), "stored nights") + (one ? " was" : " were")
                + " decided before this version came: " + dates() + ". "
                + (one ? "To decide it anew:" : "To decide them anew, in the order of their dates:"));
        nights.stream()
                .limit(MOST_NIGHTS)
                .forEach(night -> out.println(
                        "  trueup nightly --vendor " + published.vendor() + " --as-of " + night + storeOptions));
        if (nights.size() > MOST_NIGHTS) {
            out.println("  and so on, up to " + nights.get(nights.size() - 1) + ".");
        }
    }

    private String dates() {
        if (nights.size() > MOST_NIGHTS) {
            return nights.get(0) + " to " + nights.get(nights.size() - 1);
        }
        return nights.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
