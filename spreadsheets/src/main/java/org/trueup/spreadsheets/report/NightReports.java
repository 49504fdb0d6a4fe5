package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Writes all files of a night into {@code REPORTS/AS-OF} (of a preview into {@code REPORTS/preview-AS-OF}): the CSV files, {@code summary.json}, a workbook per vendor
 * and one per account manager. The folder takes the place of the previous one only when it is whole.
 */
public final class NightReports {
    /** What an Excel sheet holds. */
    private static final int ROW_LIMIT = 1_048_576;

    private static final int MOST_THREADS = 2;
    private static final double NANOS = 1e9;

    private final int rowLimit;
    private final int threads;
    private final LongSupplier nanoTime;

    public NightReports() {
        this(ROW_LIMIT, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), System::nanoTime);
    }

    /** Sheets take so many rows, and so many threads work side by side. */
    NightReports(int rowLimit, int threads, LongSupplier nanoTime) {
        this.rowLimit = rowLimit;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /**
     * Writes the files of a night, and returns their folder. The same night gives the same files, byte for byte, but for
     * the seconds in {@code summary.json}.
     *
     * @param reportsFolder is made when it is not there
     * @param secondsPerPhase what the phases before took, in the order to be told; {@code reports} is added
     * @throws ReportException when the files cannot be written; the previous ones are then as they were
     */
    public Path write(
            NightOutcome night, Path reportsFolder, Map<String, Double> secondsPerPhase, ReportProgress progress) {
        long began = nanoTime.getAsLong();
        try (ReportFolder folder = ReportFolder.open(reportsFolder, folderName(night.asOf(), night.preview()))) {
            NightFiles.Written written =
                    new NightFiles(night, folder, rowLimit, NightFiles.MOST_BOOKS, progress).write(threads);
            Map<String, Map<String, Long>> counts = night.reckon(written.rows());
            Map<String, Double> seconds = new LinkedHashMap<>();
            secondsPerPhase.forEach((phase, taken) -> seconds.put(phase, toMillis(taken)));
            seconds.put("reports", toMillis((nanoTime.getAsLong() - began) / NANOS));
            SummaryFile.of(night, written.tally(), counts, seconds)
                    .write(folder.files().resolve("summary.json"));
            progress.whole();
            return folder.publish();
        } catch (IOException e) {
            throw ReportException.writing(reportsFolder, e);
        } catch (UncheckedIOException e) {
            throw ReportException.writing(reportsFolder, e.getCause());
        }
    }

    /** The folder of a night is named by its date; that of a preview says so, and takes no night's place. */
    public static String folderName(LocalDate asOf, boolean preview) {
        return (preview ? "preview-" : "") + asOf;
    }

    /**
     * Where the workbook of each account manager lies, relative to the night's folder, in their order.
     *
     * @param managers all of a night, in its order; the empty name stands for tenants without one
     */
    public static Map<String, String> accountManagersFiles(List<String> managers) {
        FileNames names = new FileNames();
        Map<String, String> files = new LinkedHashMap<>();
        for (String manager : managers) {
            files.put(
                    manager, "account-managers/" + names.forName(manager.isEmpty() ? "Unassigned" : manager, ".xlsx"));
        }
        return files;
    }

    private static double toMillis(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
