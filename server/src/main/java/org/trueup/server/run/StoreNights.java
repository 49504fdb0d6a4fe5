package org.trueup.server.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.night.PastReports;
import org.trueup.batch.night.Withdrawals;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.rules.fact.TenantId;

/** Nights in the opened store, as commands ask for them. */
final class StoreNights implements Nights {
    private final FeedAndNight work;
    private final Nightly nightly;
    private final PastReports past;
    private final Withdrawals withdrawals;

    StoreNights(FeedAndNight work, Nightly nightly, PastReports past, Withdrawals withdrawals) {
        this.work = work;
        this.nightly = nightly;
        this.past = past;
        this.withdrawals = withdrawals;
    }

    @Override
    public NightResult run(NightOrder order, NightProgress progress) {
        return work.run(work.announce(order, null), order, progress);
    }

    @Override
    public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
        return nightly.preview(date, reports, progress);
    }

    @Override
    public Path report(LocalDate asOf, Path reports, NightProgress progress) {
        return past.write(asOf, reports, progress);
    }

    @Override
    public Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
        return past.writeTenants(asOf, tenants, reports);
    }

    @Override
    public Withdrawn withdraw(LocalDate asOf) {
        return withdrawals.withdraw(asOf);
    }

    /** The store's context closes it. */
    @Override
    public void close() {}
}
