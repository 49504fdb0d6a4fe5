package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
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
        try (RowSpool spool = RowSpool.in(temporary, RowSpool.USUAL_BLOCK, 1)) {
            write(outcome, file, spool, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(WhatIfOutcome outcome, Path file, RowSpool spool, ReportProgress progress) throws IOException {
        String title = "What would change for the tenants of " + outcome.vendor() + " as of " + outcome.asOf();
        SheetRoom room = new SheetRoom(spool, rowLimit);
        TableSheet<TenantChange> tenants = new TableSheet<>(room, ChangedTenantsTable.plan(title));
        TableSheet<ChangedFindingsTable.Row> findings = new TableSheet<>(room, ChangedFindingsTable.plan(title));
        TableSheet<UnusedRow> unused = new TableSheet<>(room, UnusedRowsTable.plan(title));
        LargestChanges largest = new LargestChanges();
        outcome.changes(change -> {
            largest.offer(change, tenants.add(change));
            for (FindingChange finding : change.findings()) {
                findings.add(new ChangedFindingsTable.Row(change, finding));
            }
            progress.advanced(1);
        });
        outcome.unusedRows().forEach(unused::add);
        spool.settle();
        try (ReportBook book = new ReportBook(outcome.asOf(), title, WhatIfSummarySheet.SHEET)) {
            XSSFSheet summary = book.append(WhatIfSummarySheet.SHEET);
            List<TableSheet<?>> tables = List.of(tenants, findings, unused);
            tables.forEach(table -> table.finish(book));
            Stream<TableSheet.Extent> contents = tables.stream().flatMap(table -> table.extents().stream());
            new WhatIfSummarySheet(book, summary, outcome).write(title, largest.list(), contents.toList());
            book.write(file, spool);
        }
    }
}
