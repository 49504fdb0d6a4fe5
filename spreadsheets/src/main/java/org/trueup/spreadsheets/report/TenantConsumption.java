package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.MonthUse;

/** A tenant's consumption report: what its plans used month by month (L6, L7). */
final class TenantConsumption {
    static final String SHEET = "Consumption";

    private TenantConsumption() {}

    static List<UsageTable.Row> rows(CustomersView tenant) {
        return UsageTable.rows(tenant.tenant(), tenant.months());
    }

    static TablePlan<UsageTable.Row> plan(Tenant tenant, NightOutcome night) {
        return new TablePlan<>(
                SHEET,
                tenant.name() + ": consumption as of " + night.asOf(),
                "What each plan used month by month, past plans too. Months are those of UTC; the bar is full at all that is"
                        + " licensed."
                        + FactsAsOf.sentence(night),
                "No plan has a month to show.",
                0,
                "Use in %",
                UsageTable.months());
    }

    static void write(CustomersView tenant, Path file) throws IOException {
        try (CsvFile csv =
                CsvFile.create(file, "tenant_id,subscription_id,month,metric,consumed,cumulative,remaining,overage")) {
            for (MonthUse month : tenant.months()) {
                csv.line()
                        .id(tenant.tenant().id().value())
                        .id(month.subscriptionId())
                        .value(month.month())
                        .id(month.metric().code())
                        .value(month.consumed())
                        .value(month.cumulative())
                        .value(month.remaining())
                        .value(month.overage())
                        .end();
            }
        }
    }
}
