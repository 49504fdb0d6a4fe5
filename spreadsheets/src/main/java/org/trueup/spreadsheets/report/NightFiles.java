package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The files of one night. Every tenant is read once, and its rows go into all files on the way; the workbooks are put together when
 * all are there, some at a time. When one file fails, the others stop.
 */
final class NightFiles {
    /** How many workbooks are filled at a time; beyond, each account manager's tenants are read once more. */
    static final int MOST_BOOKS = 500;

    /** What the rows of all open sheets may take in memory. */
    private static final int BUFFERS = 1 << 26;

    /** Of the sheets of a workbook so many are large. */
    private static final int LARGE_SHEETS = 4;

    private final NightOutcome night;
    private final ReportFolder folder;
    private final int rowLimit;
    private final int mostBooks;
    private final ReportProgress progress;

    NightFiles(NightOutcome night, ReportFolder folder, int rowLimit, int mostBooks, ReportProgress progress) {
        this.night = night;
        this.folder = folder;
        this.rowLimit = rowLimit;
        this.mostBooks = mostBooks;
        this.progress = progress;
    }

    /**
     * All of them.
     *
     * @param tally what the night's tenants come to
     */
    record Written(NightTally tally, ReportedRows rows) {}

    /** Writes all of them. */
    Written write(int threads) throws IOException {
        List<BookScope> vendors = vendors();
        List<BookScope> managers = managers();
        Files.createDirectory(folder.files().resolve("account-managers"));
        int together = Math.min(managers.size(), Math.max(0, mostBooks - vendors.size()));
        int books = Math.max(1, vendors.size() + together);
        int blockBytes = Math.min(RowSpool.USUAL_BLOCK, BUFFERS / LARGE_SHEETS / books);
        try (RowSpool spool = RowSpool.in(folder.temporary(), blockBytes, Math.max(1, threads - 1))) {
            SheetRoom room = new SheetRoom(spool, rowLimit);
            List<TenantBook> ofVendors = books(vendors, room);
            List<TenantBook> ofManagers = books(managers.subList(0, together), room);
            NightTally everyone = readAll(ofVendors, ofManagers);
            spool.settle();
            FileTasks tasks = new FileTasks();
            List<Callable<WrittenBook>> all = new ArrayList<>();
            ofVendors.forEach(book -> all.add(() -> book.write(folder.files())));
            ofManagers.forEach(book -> all.add(() -> book.write(folder.files())));
            for (BookScope scope : managers.subList(together, managers.size())) {
                all.add(() ->
                        readAgain(new TenantBook(scope, night, room), tasks).write(folder.files()));
            }
            List<WrittenBook> written = tasks.run(all, threads);
            NightTally inVendors = sum(written.subList(0, vendors.size()));
            NightTally inManagers = sum(written.subList(vendors.size(), written.size()));
            addsUp("vendors'", everyone, inVendors);
            addsUp("account managers'", everyone, inManagers);
            return new Written(everyone, new ReportedRows(everyone.rows(), inVendors.rows(), inManagers.rows()));
        }
    }

    private List<BookScope> vendors() {
        return night.vendors().stream()
                .map(vendor -> BookScope.of(vendor, night))
                .toList();
    }

    private List<BookScope> managers() {
        List<BookScope> scopes = new ArrayList<>();
        NightReports.accountManagersFiles(night.accountManagers())
                .forEach((manager, file) -> scopes.add(BookScope.of(manager, file, night)));
        return scopes;
    }

    private List<TenantBook> books(List<BookScope> scopes, SheetRoom room) {
        return scopes.stream().map(scope -> new TenantBook(scope, night, room)).toList();
    }

    private NightTally readAll(List<TenantBook> ofVendors, List<TenantBook> ofManagers) throws IOException {
        try (CsvFiles files = CsvFiles.create(folder.files())) {
            TenantPass pass = new TenantPass(files, ofVendors, ofManagers);
            night.tenants(new NightOutcome.Selection.Everyone(), tenant -> {
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    throw FileTasks.interrupted(null);
                }
                pass.add(tenant);
                progress.advanced(1);
            });
            night.rejectedLines(line -> ofVendors.forEach(book -> book.add(line)));
            return pass.tally();
        }
    }

    private TenantBook readAgain(TenantBook book, FileTasks tasks) {
        TenantRows rows = new TenantRows();
        night.tenants(book.scope().selection(), tenant -> {
            tasks.goOn();
            rows.add(tenant, List.of(book));
        });
        return book;
    }

    private static NightTally sum(List<WrittenBook> books) {
        return NightTally.sum(books.stream().map(WrittenBook::tally).toList());
    }

    private static void addsUp(String whose, NightTally everyone, NightTally sum) {
        if (!sum.sameAs(everyone)) {
            throw ReportException.doesNotAddUp(
                    "the reports were not written: the %s workbooks hold %,d tenants, the CSV files %,d"
                                    .formatted(
                                            whose,
                                            sum.total().read(),
                                            everyone.total().read())
                            + ", or other outcomes of them; run the night again");
        }
    }
}
