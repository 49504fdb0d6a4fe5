package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The two reports that a tenant's own administrators may see (L7, L8): consumption and users, as a workbook and as CSV
 * files, {@code REPORTS/AS-OF/tenants/ID….}. They are made when somebody asks, since three files for each tenant of a
 * night would be too many.
 */
public final class TenantReports {
    /** What an Excel sheet holds. */
    private static final int ROW_LIMIT = 1_048_576;

    private TenantReports() {}

    /**
     * Writes the reports of some tenants of a night, and returns their folder. Each file is put in its place when it is
     * whole, and nothing else in the night's folder changes.
     *
     * @throws ReportException when the files cannot be written
     */
    public static Path write(NightOutcome night, List<TenantOutcome> tenants, Path reports) {
        String name = NightReports.folderName(night.asOf(), night.preview());
        Path place = reports.resolve(name).resolve("tenants");
        try (ReportFolder folder = ReportFolder.open(reports, name)) {
            List<Path> files = new ArrayList<>();
            FileNames names = new FileNames();
            for (TenantOutcome tenant : tenants) {
                String id = tenant.assessment().tenant().id().value();
                Path stem = folder.files().resolve(names.forName(id, ""));
                files.addAll(write(night, CustomersView.of(tenant), stem, folder.temporary()));
            }
            Files.createDirectories(place);
            for (Path file : files) {
                Files.move(file, place.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            return place;
        } catch (IOException e) {
            throw ReportException.writing(reports, e);
        } catch (UncheckedIOException e) {
            throw ReportException.writing(reports, e.getCause());
        }
    }

    private static List<Path> write(NightOutcome night, CustomersView tenant, Path stem, Path temporary)
            throws IOException {
        Path workbook = stem.resolveSibling(stem.getFileName() + ".xlsx");
        Path consumption = stem.resolveSibling(stem.getFileName() + "-consumption.csv");
        Path users = stem.resolveSibling(stem.getFileName() + "-users.csv");
        writeWorkbook(night, tenant, workbook, temporary);
        TenantConsumption.write(tenant, consumption);
        TenantUsers.write(tenant, users);
        return List.of(workbook, consumption, users);
    }

    private static void writeWorkbook(NightOutcome night, CustomersView tenant, Path file, Path temporary)
            throws IOException {
        try (RowSpool spool = RowSpool.in(temporary, RowSpool.USUAL_BLOCK, 1);
                ReportBook book = new ReportBook(night.asOf(), tenant.tenant().name(), TenantConsumption.SHEET)) {
            SheetRoom room = new SheetRoom(spool, ROW_LIMIT);
            TableSheet<UsageTable.Row> consumption =
                    new TableSheet<>(room, TenantConsumption.plan(tenant.tenant(), night));
            TableSheet<TenantUsers.Row> users = new TableSheet<>(room, TenantUsers.plan(tenant.tenant(), night));
            TenantConsumption.rows(tenant).forEach(consumption::add);
            TenantUsers.rows(tenant).forEach(users::add);
            spool.settle();
            consumption.finish(book);
            users.finish(book);
            book.write(file, spool);
        }
    }
}
