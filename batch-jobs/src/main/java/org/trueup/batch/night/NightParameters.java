package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.NightReports;

/** What the steps of a night are told. */
record NightParameters(
        int run, LocalDate asOf, Path reports, @Nullable Vendor vendor, boolean preview, boolean quiet) {

    static JobParameters of(int run, NightRequest request) {
        Vendor vendor = request.vendor();
        return new JobParametersBuilder()
                .addLong("run", (long) run)
                .addLocalDate("asOf", request.asOf(), false)
                .addString("reports", request.reports().toString(), false)
                .addString("vendor", vendor == null ? "" : vendor.name(), false)
                .addString("preview", Boolean.toString(request.preview()), false)
                .addString("quiet", Boolean.toString(request.quiet()), false)
                .toJobParameters();
    }

    static NightParameters of(ChunkContext context) {
        Map<String, Object> parameters = context.getStepContext().getJobParameters();
        String vendor = (String) parameters.get("vendor");
        return new NightParameters(
                ((Long) parameters.get("run")).intValue(),
                (LocalDate) parameters.get("asOf"),
                Path.of((String) parameters.get("reports")),
                vendor.isEmpty() ? null : new Vendor(vendor),
                Boolean.parseBoolean((String) parameters.get("preview")),
                Boolean.parseBoolean((String) parameters.get("quiet")));
    }

    /** The folder of its files. */
    Path folder() {
        return reports.resolve(NightReports.folderName(asOf, preview));
    }

    /** Whether the night is about the tenants of all vendors. */
    boolean everyone() {
        return vendor == null;
    }
}
