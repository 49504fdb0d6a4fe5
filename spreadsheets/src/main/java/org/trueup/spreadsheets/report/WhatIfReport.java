package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.trueup.spreadsheets.whatif.FindingChange;
import org.trueup.spreadsheets.whatif.TenantChange;
import org.trueup.spreadsheets.whatif.UnusedRow;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;

/** Writes what a draft would change as a workbook. */
public final class WhatIfReport {
    /** What an Excel sheet holds. */
    private static final int ROW_LIMIT = 1_048_576;

    private final int rowLimit;

    public WhatIfReport() {
        this(ROW_LIMIT);
    }

    /** Sheets take so many rows. */
    WhatIfReport(int rowLimit) {
        this.rowLimit = rowLimit;
    }

    /**
     * Writes the workbook. The same outcome gives the same file, byte for byte.
     *
     * @param file is replaced when it is there
     * @param temporary a folder for files that are not to stay
     * @throws UncheckedIOException when the file cannot be written
     */
    public void write(WhatIfOutcome outcome, Path file, Path temporary, ReportProgress progress) {
        TempFile.withStrategy(new DefaultTempFileCreationStrategy(temporary.toFile()), () -> {
            try {
                writeHere(outcome, file, progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file;
        });
    }

    private void writeHere(WhatIfOutcome outcome, Path file, ReportProgress progress) throws IOException {
        String title = "What would change for the tenants of " + outcome.vendor() + " as of " + outcome.asOf();
        try (ReportBook book = new ReportBook(outcome.asOf(), title, rowLimit, WhatIfSummarySheet.SHEET)) {
            SXSSFSheet summary = book.append(WhatIfSummarySheet.SHEET);
            TableSheet<TenantChange> tenants = new TableSheet<>(book, ChangedTenantsTable.plan(title));
            TableSheet<ChangedFindingsTable.Row> findings = new TableSheet<>(book, ChangedFindingsTable.plan(title));
            TableSheet<UnusedRow> unused = new TableSheet<>(book, UnusedRowsTable.plan(title));
            LargestChanges largest = new LargestChanges();
            outcome.changes(change -> {
                largest.offer(change, tenants.add(change));
                for (FindingChange finding : change.findings()) {
                    findings.add(new ChangedFindingsTable.Row(change, finding));
                }
                progress.advanced(1);
            });
            outcome.unusedRows().forEach(unused::add);
            List<TableSheet<?>> tables = List.of(tenants, findings, unused);
            tables.forEach(TableSheet::finish);
            Stream<TableSheet.Extent> contents = tables.stream().flatMap(table -> table.extents().stream());
            new WhatIfSummarySheet(book, summary, outcome).write(title, largest.list(), contents.toList());
            book.write(file);
        }
    }
}
