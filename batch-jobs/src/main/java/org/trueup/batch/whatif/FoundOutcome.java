package org.trueup.batch.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.whatif.TenantChange;
import org.trueup.spreadsheets.whatif.UnusedRow;
import org.trueup.spreadsheets.whatif.WhatIfOutcome;
import org.trueup.spreadsheets.whatif.WhatIfTally;

/** What a what-if found, its changes still in their file. */
record FoundOutcome(
        WhatIfRequest request,
        Optional<PolicyVersion> inForce,
        WhatIfTally tally,
        List<UnusedRow> unusedRows,
        ChangeSpool spool,
        JdbcClient sql)
        implements WhatIfOutcome {
    private static final int FETCH_ROWS = 10_000;

    @Override
    public Vendor vendor() {
        return request.vendor();
    }

    @Override
    public LocalDate asOf() {
        return request.asOf();
    }

    @Override
    public Optional<Published> published() {
        return inForce.map(version -> new Published(version.version(), version.effectiveOn(), version.note()));
    }

    @Override
    public void changes(Consumer<TenantChange> reader) {
        sql.sql("SELECT tenant_no FROM tenant WHERE vendor = ? ORDER BY tenant_id")
                .param(vendor().name())
                .withFetchSize(FETCH_ROWS)
                .query(row -> {
                    spool.read(row.getInt(1), reader);
                });
    }
}
