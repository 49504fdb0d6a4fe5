package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** A night of any number of tenants, made up as they are read: it takes no memory. */
record ManyTenants(int tenants, int users, int managers) implements NightOutcome {
    private static final Vendor VENDOR = new Vendor("plecto");

    @Override
    public LocalDate asOf() {
        return MadeUpNight.AS_OF;
    }

    @Override
    public List<Vendor> vendors() {
        return List.of(VENDOR);
    }

    @Override
    public Map<Vendor, Integer> policyVersions() {
        return Map.of(VENDOR, 3);
    }

    @Override
    public List<String> accountManagers() {
        return IntStream.range(0, managers).mapToObj(ManyTenants::manager).toList();
    }

    @Override
    public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
        for (int i = 0; i < tenants; i++) {
            if (!(selection instanceof Selection.OfAccountManager of)
                    || of.name().equals(manager(i % managers))) {
                reader.accept(outcome(i));
            }
        }
    }

    private TenantOutcome outcome(int number) {
        boolean over = number % 10 == 0;
        MadeUpTenant tenant = MadeUpTenant.plecto(
                        "tenant-%07d".formatted(number), "Tenant number " + number, manager(number % managers))
                .stands(
                        over ? Status.WARNING : Status.COMPLIANT,
                        over ? 30 : 14,
                        Licences.of(20),
                        "142.5",
                        over ? "55" : "0")
                .month("2026-10-01", 12, 8, 0)
                .month("2026-11-01", over ? 30 : 14, over ? 0 : 6, over ? 10 : 0)
                .finding(
                        over ? "OVER_LICENSED_COUNT" : "UNUSED_LICENSES",
                        over ? Severity.WARNING : Severity.INFO,
                        over ? "30 used and 20 licensed: add 10 licences." : "20 licences bought, 14 required.",
                        "Used above licensed",
                        "plecto.xlsx!Over the limit!F6");
        for (int user = 0; user < users; user++) {
            tenant.user(
                    "account-" + user, "Employee number " + user, user % 2, "active on the peak day", "2026-10-03", 2);
        }
        Assessment assessment = tenant.assessed();
        return TenantOutcome.of(assessment);
    }

    private static String manager(int number) {
        return "Account manager %03d".formatted(number);
    }

    @Override
    public Optional<FeedSummary> feed() {
        return Optional.empty();
    }

    @Override
    public void rejectedLines(Consumer<RejectedLine> reader) {}

    @Override
    public List<StatusCount> lastNights(Selection selection) {
        return List.of(new StatusCount(asOf(), VENDOR, Status.COMPLIANT, tenants));
    }

    @Override
    public PolicyRows policyRows(Vendor vendor) {
        return PolicyRows.NONE;
    }
}
