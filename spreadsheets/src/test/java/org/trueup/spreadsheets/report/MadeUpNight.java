package org.trueup.spreadsheets.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.spreadsheets.report.TenantOutcome.DeactivationChange;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** A night that is held in memory. */
record MadeUpNight(
        LocalDate asOf,
        List<Assessment> all,
        Map<Vendor, Integer> policyVersions,
        Optional<FeedSummary> feed,
        List<RejectedLine> rejected)
        implements NightOutcome {

    static final LocalDate AS_OF = LocalDate.parse("2026-11-30");

    static MadeUpNight of(List<Assessment> assessments) {
        List<Assessment> sorted = new ArrayList<>(assessments);
        sorted.sort(Comparator.comparing(assessment -> assessment.tenant().id()));
        Map<Vendor, Integer> versions = new TreeMap<>();
        versions.put(new Vendor("pensero"), 1);
        versions.put(new Vendor("plecto"), 3);
        FeedSummary feed = new FeedSummary(
                Instant.parse("2026-11-30T02:10:45Z"),
                List.of(
                        new FileCount("accounts.csv", 120, 118, 2),
                        new FileCount("subscriptions.csv", 9, 9, 0),
                        new FileCount("tenants.csv", 9, 9, 0)));
        List<RejectedLine> rejected = List.of(
                new RejectedLine("accounts.csv", 17, "nobody,a1,=SUM(A1)", "the tenant \"nobody\" is not known"),
                new RejectedLine("accounts.csv", 40, "t1,a\u0007,x", "the cell added_on is not a date: \"x\""));
        return new MadeUpNight(AS_OF, List.copyOf(sorted), versions, Optional.of(feed), rejected);
    }

    @Override
    public List<Vendor> vendors() {
        return all.stream()
                .map(assessment -> assessment.tenant().vendor())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<String> accountManagers() {
        return all.stream().map(MadeUpNight::manager).distinct().sorted().toList();
    }

    @Override
    public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
        all.stream()
                .filter(assessment -> selects(selection, assessment))
                .map(this::outcome)
                .forEach(reader);
    }

    /** An account that was deactivated before the store saw it change was activated, and deactivated again. */
    private TenantOutcome outcome(Assessment assessment) {
        List<DeactivationChange> changes = assessment.users().stream()
                .filter(user -> user.accountId().equals("a3"))
                .flatMap(user -> Stream.of(
                        new DeactivationChange(
                                "a3", LocalDate.parse("2026-03-02"), null, LocalDate.parse("2026-04-01")),
                        new DeactivationChange(
                                "a3", null, LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-21")),
                        new DeactivationChange(
                                "a3",
                                LocalDate.parse("2026-11-20"),
                                LocalDate.parse("2026-11-19"),
                                LocalDate.parse("2026-11-22"))))
                .toList();
        return new TenantOutcome(assessment, Set.of("old-pilot"), changes, null, null);
    }

    @Override
    public void rejectedLines(Consumer<RejectedLine> reader) {
        rejected.forEach(reader);
    }

    @Override
    public List<StatusCount> lastNights(Selection selection) {
        return List.of();
    }

    @Override
    public PolicyRows policyRows(Vendor vendor) {
        return PolicyRows.NONE;
    }

    private static boolean selects(Selection selection, Assessment assessment) {
        if (selection instanceof Selection.OfVendor of) {
            return of.vendor().equals(assessment.tenant().vendor());
        }
        if (selection instanceof Selection.OfAccountManager of) {
            return of.name().equals(manager(assessment));
        }
        return true;
    }

    private static String manager(Assessment assessment) {
        String manager = assessment.tenant().accountManager();
        return manager == null ? "" : manager;
    }
}
