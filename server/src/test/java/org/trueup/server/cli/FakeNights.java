package org.trueup.server.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.rules.fact.TenantId;
import org.trueup.server.run.NightOrder;
import org.trueup.server.run.Nights;
import org.trueup.server.run.StoreChoice;

/** Nights that remember what they were asked. */
final class FakeNights implements Nights {
    final List<NightOrder> requests = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    @Nullable
    StoreChoice store;

    boolean closed;

    @Nullable
    RuntimeException failure;

    @Nullable
    Error error;

    Nights open(StoreChoice choice, boolean verbose) {
        store = choice;
        return this;
    }

    @Override
    public NightResult run(NightOrder request, NightProgress progress) {
        requests.add(request);
        progress.phase("Deciding", "tenants", 1000);
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
        progress.reached(1000);
        return new NightResult(
                request.asOf(),
                request.reports().resolve(request.asOf().toString()),
                1000,
                655,
                345,
                Map.of("COMPLIANT", 460L, "AT_LIMIT", 98L, "WARNING", 97L),
                11,
                Map.of("tenants", Map.of("read", 1000L), "findings", Map.of("written", 2345L)),
                Map.of("deciding", 1.25));
    }

    @Override
    public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
        asked.add("preview " + date + " " + reports);
        return run(new NightOrder(null, date, reports, null, BigDecimal.ONE), progress);
    }

    @Override
    public Path report(LocalDate asOf, Path reports, NightProgress progress) {
        asked.add("report " + asOf + " " + reports);
        return reports.resolve(asOf.toString());
    }

    @Override
    public Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
        asked.add("report " + asOf + " of " + tenants + " " + reports);
        return reports.resolve(asOf + "/tenants");
    }

    @Override
    public Withdrawn withdraw(LocalDate asOf) {
        asked.add("withdraw " + asOf);
        return new Withdrawn(asOf, 2, 1, List.of(asOf.plusDays(1), asOf.plusDays(2)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
