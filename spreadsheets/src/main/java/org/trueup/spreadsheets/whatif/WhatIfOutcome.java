package org.trueup.spreadsheets.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trueup.rules.fact.Vendor;

/** All that a what-if found, for its workbook. */
public interface WhatIfOutcome {

    Vendor vendor();

    LocalDate asOf();

    /** The version that the draft was compared with; none where the vendor has none in force on the date. */
    Optional<Published> published();

    WhatIfTally tally();

    /** In the order of the draft. */
    List<UnusedRow> unusedRows();

    /** Hands over the tenants that change, in the order of their ids. */
    void changes(Consumer<TenantChange> reader);

    /**
     * A published version.
     *
     * @param version 1 or more
     */
    record Published(int version, LocalDate effectiveOn, String note) {}
}
