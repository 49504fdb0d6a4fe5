package org.trueup.spreadsheets.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.whatif.PolicyRows;

/** A night of made-up tenants of which more is known: the night before, terms, earlier nights, the policy's rows. */
final class ToldNight implements NightOutcome {
    private final MadeUpNight night;
    private final Map<String, UnaryOperator<TenantOutcome>> told = new HashMap<>();
    private List<StatusCount> lastNights = List.of();
    private PolicyRows rows = PolicyRows.NONE;
    private boolean preview;

    ToldNight(MadeUpTenant... tenants) {
        this.night = MadeUpNight.of(
                List.of(tenants).stream().map(MadeUpTenant::assessed).toList());
    }

    ToldNight telling(String tenant, UnaryOperator<TenantOutcome> more) {
        told.put(tenant, more);
        return this;
    }

    ToldNight before(String tenant, TenantOutcome.NightBefore before) {
        return telling(
                tenant,
                outcome -> new TenantOutcome(
                        outcome.assessment(), outcome.pilots(), outcome.changes(), before, outcome.runningTerm()));
    }

    ToldNight term(String tenant, TenantOutcome.RunningTerm term) {
        return telling(
                tenant,
                outcome -> new TenantOutcome(
                        outcome.assessment(), outcome.pilots(), outcome.changes(), outcome.before(), term));
    }

    ToldNight lastNights(List<StatusCount> counts) {
        lastNights = counts;
        return this;
    }

    ToldNight policyRows(PolicyRows known) {
        rows = known;
        return this;
    }

    ToldNight previewed() {
        preview = true;
        return this;
    }

    @Override
    public LocalDate asOf() {
        return night.asOf();
    }

    @Override
    public boolean preview() {
        return preview;
    }

    @Override
    public List<Vendor> vendors() {
        return night.vendors();
    }

    @Override
    public Map<Vendor, Integer> policyVersions() {
        return night.policyVersions();
    }

    @Override
    public List<String> accountManagers() {
        return night.accountManagers();
    }

    @Override
    public void tenants(Selection selection, Consumer<TenantOutcome> reader) {
        night.tenants(
                selection,
                outcome -> reader.accept(
                        told.getOrDefault(outcome.assessment().tenant().id().value(), UnaryOperator.identity())
                                .apply(outcome)));
    }

    @Override
    public Optional<FeedSummary> feed() {
        return night.feed();
    }

    @Override
    public void rejectedLines(Consumer<RejectedLine> reader) {
        night.rejectedLines(reader);
    }

    @Override
    public List<StatusCount> lastNights(Selection selection) {
        return lastNights;
    }

    @Override
    public PolicyRows policyRows(Vendor vendor) {
        return rows;
    }
}
