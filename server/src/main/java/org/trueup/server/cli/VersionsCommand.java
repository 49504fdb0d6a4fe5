package org.trueup.server.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code trueup versions}: a vendor's policy versions. */
@Command(
        name = "versions",
        description = {
            "List the versions of a vendor's policy.",
            "Of those in force by a day, the one with the latest first day decides; among equals the highest number."
        },
        footer = {"", "Example: trueup versions acme"})
final class VersionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT);

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "VENDOR",
            converter = VendorName.class,
            description = "The vendor's name as in the feed, for example plecto.")
    private String vendor = "";

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    VersionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<PolicyVersion> versions;
        try (Policies policies = surroundings.policies().open(options.store(), options.verbose())) {
            versions = policies.versions(new Vendor(vendor));
        }
        if (versions.isEmpty()) {
            throw new NotDone("The store holds no policy of " + vendor + "; \"trueup publish " + vendor
                    + ".xlsx\" would make the first version.");
        }
        versions.stream().map(VersionsCommand::line).forEach(surroundings.out()::println);
        return 0;
    }

    private static String line(PolicyVersion version) {
        String from = version.effectiveOn().equals(PolicyVersions.BEGINNING_OF_TIME)
                ? "always in force"
                : "in force from " + version.effectiveOn();
        String note = version.note().replaceAll("\\s+", " ");
        return "Version " + version.version() + " of " + version.vendor() + ", " + from + ", by " + version.author()
                + ", approved by " + version.approver() + ", published "
                + version.publishedAt().format(MINUTE) + (note.isEmpty() ? "" : ": " + note);
    }
}
