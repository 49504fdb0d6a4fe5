package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.NightReports;

/**
 * Which night to run.
 *
 * @param reports the folder under which the date's folder is written
 * @param vendor only this vendor's tenants; none means all
 * @param preview a look at a coming date: its reports go to a folder of their own, and nothing is kept
 * @param secondsBefore what phases before the night took, in their order; told with the night's own
 * @param quiet whether nobody gets mail, whatever the program is set up for
 * @param announced the number under which the run was entered before its feed was loaded; none where it was not
 */
public record NightRequest(
        LocalDate asOf,
        Path reports,
        @Nullable Vendor vendor,
        boolean preview,
        Map<String, Double> secondsBefore,
        boolean quiet,
        @Nullable Integer announced) {

    /** A night that mails people where the program is set up to; a preview never does. */
    public NightRequest(
            LocalDate asOf, Path reports, @Nullable Vendor vendor, boolean preview, Map<String, Double> secondsBefore) {
        this(asOf, reports, vendor, preview, secondsBefore, preview, null);
    }

    /** The folder of its files. */
    Path folder() {
        return reports.resolve(NightReports.folderName(asOf, preview));
    }
}
