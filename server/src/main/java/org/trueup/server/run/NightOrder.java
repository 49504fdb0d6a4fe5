package org.trueup.server.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to run: a feed, if there is one, and a night.
 *
 * @param feed the folder of CSV files; none decides from the facts that the store holds already
 * @param reports the folder under which the night's own folder is made
 * @param vendor none runs all vendors
 * @param maxRejectPercent share of a file's lines that may be bad, 0 to 100
 * @param quiet whether nobody gets mail, whatever the program is set up for
 */
public record NightOrder(
        @Nullable Path feed,
        LocalDate asOf,
        Path reports,
        @Nullable String vendor,
        BigDecimal maxRejectPercent,
        boolean quiet) {

    /** A night that mails people where the program is set up to. */
    public NightOrder(
            @Nullable Path feed, LocalDate asOf, Path reports, @Nullable String vendor, BigDecimal maxRejectPercent) {
        this(feed, asOf, reports, vendor, maxRejectPercent, false);
    }
}
