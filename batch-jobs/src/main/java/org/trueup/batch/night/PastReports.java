package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.trueup.batch.store.NamedLock;
import org.trueup.spreadsheets.report.NightReports;
import org.trueup.spreadsheets.report.ReportException;

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
        try (NamedLock lock = NamedLock.tryTake(database, NamedLock.FACTS)) {
            if (lock == null) {
                throw new NightException("A feed or night is at work on this store; make the files of " + asOf
                        + " again when that has ended.");
            }
            StoredNight night = nights.of(asOf).orElseThrow(() -> noSuchNight(asOf));
            progress.phase("Writing reports", "tenants", night.tenants() * ReportWriting.TIMES_WRITTEN);
            AtomicLong written = new AtomicLong();
            return new NightReports()
                    .write(
                            night,
                            reports,
                            runs.secondsBeforeReports(night.lastRun()),
                            tenants -> progress.reached(written.addAndGet(tenants)));
        }
    }

    private NightException noSuchNight(LocalDate asOf) {
        List<LocalDate> near = runs.nightsNear(asOf);
        String others = near.isEmpty()
                ? "it holds no night at all; run one first"
                : "those near it are of "
                        + near.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
        return new NightException("The store holds no night of " + asOf + "; " + others + ".");
    }
}
