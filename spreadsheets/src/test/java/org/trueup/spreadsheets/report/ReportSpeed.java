package org.trueup.spreadsheets.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.CountedUser;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;

/**
 * Measures the writing of a vendor's workbook beside bare SXSSF that writes the same cells, in turn and in one run. To be
 * run by hand with {@code tenants users rounds}; a timed test would only measure the machine.
 */
final class ReportSpeed {
    private ReportSpeed() {}

    public static void main(String[] args) throws IOException {
        ManyTenants night = new ManyTenants(Integer.parseInt(args[0]), Integer.parseInt(args[1]), 20);
        Path folder = Files.createTempDirectory("report-speed");
        int rounds = Integer.parseInt(args[2]);
        for (int round = 1; round <= rounds; round++) {
            double ours = seconds(() -> ours(night, folder.resolve("ours.xlsx")));
            double bare = seconds(() -> bare(night, folder.resolve("bare.xlsx")));
            System.out.printf(
                    "round %d: workbook %.1f s (%,d kB), bare SXSSF %.1f s (%,d kB), ratio %.2f%n",
                    round,
                    ours,
                    Files.size(folder.resolve("ours.xlsx")) / 1024,
                    bare,
                    Files.size(folder.resolve("bare.xlsx")) / 1024,
                    ours / bare);
        }
        double all = seconds(() -> new NightReports().write(night, folder, Map.of(), ReportProgress.SILENT));
        System.out.printf("all files of the night: %.1f s, peak heap %,d MB%n", all, peakHeap() >> 20);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void ours(ManyTenants night, Path file) throws IOException {
        BookScope scope = BookScope.of(night.vendors().get(0), night);
        Path folder = Objects.requireNonNull(file.getParent());
        try (RowSpool spool = RowSpool.in(folder, RowSpool.USUAL_BLOCK, 1)) {
            TenantBook book = new TenantBook(scope, night, new SheetRoom(spool, 1_048_576));
            TenantRows rows = new TenantRows();
            night.tenants(scope.selection(), tenant -> rows.add(tenant, List.of(book)));
            spool.settle();
            Files.move(folder.resolve(book.write(folder).file()), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The cells of the large tables by POI's own rows: no links, no tables, no formatting. */
    private static void bare(ManyTenants night, Path file) throws IOException {
        BookScope scope = BookScope.of(night.vendors().get(0), night);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            Styles styles = new Styles(workbook.getXSSFWorkbook());
            Bare<TenantsTable.Row> tenants = new Bare<>(workbook, styles, TenantsTable.plan(scope));
            Bare<FindingsTable.Row> findings = new Bare<>(workbook, styles, FindingsTable.plan(scope));
            Bare<UsageTable.Row> usage = new Bare<>(workbook, styles, UsageTable.plan(scope));
            Bare<UsersTable.Row> users = new Bare<>(workbook, styles, UsersTable.plan(scope));
            Bare<ActNowTable.Row> actNow = new Bare<>(workbook, styles, ActNowTable.plan(scope));
            Bare<ChangesTable.Row> changes = new Bare<>(workbook, styles, ChangesTable.plan(scope));
            Spot spot = new Spot("Tenants", 5);
            night.tenants(scope.selection(), outcome -> {
                Assessment assessment = outcome.assessment();
                Position position = Objects.requireNonNull(assessment.position());
                tenants.add(new TenantsTable.Row(
                        assessment.tenant(), position, new TenantsTable.Details(1, null, 2, null, 20, null)));
                for (Finding finding : assessment.findings()) {
                    findings.add(new FindingsTable.Row(assessment.tenant(), finding, spot));
                }
                UsageTable.rows(assessment.tenant(), assessment.months()).forEach(usage::add);
                for (CountedUser user : assessment.users()) {
                    users.add(new UsersTable.Row(assessment.tenant(), user, null));
                }
                Urgency urgency = Urgency.of(assessment, night.asOf());
                if (urgency != null) {
                    actNow.add(ActNowTable.Row.of(assessment, urgency, spot));
                    changes.add(ChangesTable.Row.of(outcome, spot));
                }
            });
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                workbook.write(out);
            }
        }
    }

    /** A sheet that goes on on another when it is full. */
    private static final class Bare<R> {
        private static final int MOST = 1_048_576;

        private final SXSSFWorkbook workbook;
        private final Styles styles;
        private final List<Column<R>> columns;
        private SXSSFSheet sheet;
        private int rows;

        Bare(SXSSFWorkbook workbook, Styles styles, TablePlan<R> plan) {
            this.workbook = workbook;
            this.styles = styles;
            this.columns = plan.columns();
            this.sheet = workbook.createSheet();
        }

        void add(R row) {
            if (rows == MOST) {
                sheet = workbook.createSheet();
                rows = 0;
            }
            RowCells cells = new BareCells(styles, sheet.createRow(rows++));
            columns.forEach(column -> column.filler().accept(cells, row));
        }
    }

    /** Writes a link's text alone. */
    private static final class BareCells extends RowCells {
        private final Styles styles;
        private final Row row;
        private int next;

        BareCells(Styles styles, Row row) {
            this.styles = styles;
            this.row = row;
        }

        private Cell cell(short style) {
            Cell cell = row.createCell(next++);
            cell.setCellStyle(styles.of(style));
            return cell;
        }

        @Override
        void put(short style, String text) {
            cell(style).setCellValue(text);
        }

        @Override
        void put(short style, double number) {
            cell(style).setCellValue(number);
        }

        @Override
        void put(String text, Spot target) {
            put(style(Look.TEXT), text);
        }

        @Override
        RowCells skip() {
            next++;
            return this;
        }

        @Override
        void height(float points) {
            row.setHeightInPoints(points);
        }
    }
}
