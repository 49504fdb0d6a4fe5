package org.trueup.server.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.PolicyEvent;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyTimeline.Period;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trueup versions}: a vendor's policy versions, or everything that was ever done to its policy. */
@Command(
        name = "versions",
        description = {
            "List the versions of a vendor's policy, and the days on which each is in force.",
            "Of those effective by a day, the one with the latest first day decides; among equals the highest number."
        },
        footer = {"", "Example: trueup versions acme"})
final class VersionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT);
    /** Enough to tell a vendor's versions apart; the history has the whole. */
    private static final int SHORT_DIGEST = 12;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "VENDOR",
            converter = VendorName.class,
            description = "The vendor's name as in the feed, for example plecto.")
    private String vendor = "";

    @Option(
            names = "--history",
            order = 1,
            description = "Who did what, when, with the whole SHA-256 of each workbook; nothing of it is ever changed.")
    private boolean history;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    VersionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TextTable table;
        try (Policies policies = surroundings.policies().open(options.existingStore(), options.verbose())) {
            List<PolicyVersion> versions = KeptVersion.all(policies, new Vendor(vendor));
            table = history ? history(policies.history(new Vendor(vendor))) : table(versions);
        }
        table.print(surroundings.out());
        return 0;
    }

    private static TextTable table(List<PolicyVersion> versions) {
        TextTable table = new TextTable("Version", "In force", "Author", "Approved by", "Published", "SHA-256", "Note");
        PolicyTimeline timeline = PolicyTimeline.of(versions);
        versions.forEach(version -> table.line(
                String.valueOf(version.version()),
                inForce(version, timeline),
                version.author(),
                version.approver(),
                version.publishedAt().format(MINUTE),
                version.sha256().substring(0, SHORT_DIGEST),
                backTo(version.backTo()) + version.note()));
        return table;
    }

    private static TextTable history(List<PolicyEvent> events) {
        TextTable table = new TextTable(
                "At", "What", "Version", "From", "Author", "Approved by", "Program user", "SHA-256", "Note");
        events.forEach(event -> table.line(
                event.at().format(MINUTE),
                event.action().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                String.valueOf(event.version()),
                day(event.effectiveOn()),
                event.author(),
                event.approver(),
                event.programUser() == null ? "not known" : event.programUser(),
                event.sha256(),
                backTo(event.backTo()) + event.note()));
        return table;
    }

    private static String inForce(PolicyVersion version, PolicyTimeline timeline) {
        return timeline.of(version)
                .map(VersionsCommand::days)
                .orElseGet(() -> "never: "
                        + timeline.inForceOn(version.effectiveOn())
                                .map(PolicyVersion::version)
                                .orElseThrow()
                        + " has the same first day");
    }

    private static String days(Period period) {
        LocalDate until = period.until();
        boolean always = period.from().equals(PolicyVersions.BEGINNING_OF_TIME);
        if (until == null) {
            return always ? "always" : "from " + period.from();
        }
        return always ? "until " + until : period.from() + " to " + until;
    }

    private static String day(LocalDate effectiveOn) {
        return effectiveOn.equals(PolicyVersions.BEGINNING_OF_TIME) ? "always" : effectiveOn.toString();
    }

    private static String backTo(@Nullable Integer version) {
        return version == null ? "" : "(back to version " + version + ") ";
    }
}
