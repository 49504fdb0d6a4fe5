package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.trueup.batch.store.NamedLock;
import org.trueup.rules.fact.TenantId;
import org.trueup.spreadsheets.report.NightReports;
import org.trueup.spreadsheets.report.ReportException;
import org.trueup.spreadsheets.report.TenantOutcome;
import org.trueup.spreadsheets.report.TenantReports;

/** Makes the files of stored nights again: as they were, whatever was fed or published since. */
public final class PastReports {
    private final StoredNights nights;
    private final NightRuns runs;
    private final DataSource database;

    PastReports(StoredNights nights, NightRuns runs, DataSource database) {
        this.nights = nights;
        this.runs = runs;
        this.database = database;
    }

    /**
     * Writes a stored night's files, byte for byte as its last run wrote them, but for the seconds that the reports took.
     *
     * @param reports the folder under which the date's folder is written
     * @return the date's folder
     * @throws NightException in one sentence, when there is no such night, or a feed or night is at work
     * @throws ReportException when the files cannot be written
     */
    public Path write(LocalDate asOf, Path reports, NightProgress progress) {
        return onStore(asOf, night -> {
            progress.phase("Writing reports", "tenants", night.tenants());
            AtomicLong written = new AtomicLong();
            return new NightReports()
                    .write(
                            night,
                            reports,
                            runs.secondsBeforeReports(night.lastRun()),
                            tenants -> progress.reached(written.addAndGet(tenants)));
        });
    }

    /**
     * Writes the two reports of each of some tenants that their own administrators may see (L7), beside the night's files.
     *
     * @param reports the folder under which the date's folder lies, or is made
     * @return the folder of the tenants' reports
     * @throws NightException in one sentence, when there is no such night or it knows no such tenant, or a feed or night is
     *     at work
     * @throws ReportException when the files cannot be written
     */
    public Path writeTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
        return onStore(asOf, night -> {
            List<TenantOutcome> outcomes = tenants.stream()
                    .distinct()
                    .map(id -> night.tenant(id).orElseThrow(() -> noSuchTenant(id, asOf)))
                    .toList();
            return TenantReports.write(night, outcomes, reports);
        });
    }

    private Path onStore(LocalDate asOf, Function<StoredNight, Path> work) {
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS)) {
            if (lock == null) {
                throw new NightException("A feed or night is at work on this store; make the files of " + asOf
                        + " again when that has ended.");
            }
            return work.apply(nights.of(asOf).orElseThrow(() -> runs.noSuchNight(asOf)));
        }
    }

    private static NightException noSuchTenant(TenantId id, LocalDate asOf) {
        return new NightException(
                "The night of %s knows no tenant %s; its positions.csv and findings.csv hold the ids that it knows."
                        .formatted(asOf, id));
    }
}
