package org.trueup.spreadsheets.report;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/** One line of positions.csv. */
final class PositionLine {
    static final String COLUMNS = "tenant_id,tenant_name,account_manager,vendor,subscription_id,plan,metric,used,"
            + "licensed,required,short,status,over_since,grace_day,grace_days,grace_ends_on,monthly_amount,"
            + "true_up_amount,currency,peak_day,usage_line,cells,policy_version,way_back";

    private PositionLine() {}

    static void write(CsvFile.Line line, Tenant tenant, Position position) {
        line.id(tenant.id().value())
                .text(tenant.name())
                .text(tenant.accountManager())
                .id(tenant.vendor().name())
                .id(position.subscriptionId())
                .text(position.plan())
                .id(position.metric().code())
                .value(position.used())
                .value(position.licensed().count())
                .value(position.required())
                .value(position.shortBy())
                .id(position.status().name())
                .value(position.overSince());
        grace(line, position.grace());
        line.id(amount(position.monthlyAmount()))
                .id(amount(position.trueUpAmount()))
                .id(position.currency().getCurrencyCode())
                .value(position.peakDay())
                .text(position.usageLine())
                .id(cells(position))
                .value(position.policyVersion())
                .text(position.wayBack())
                .end();
    }

    /** The sheet rows that decided, separated by spaces. */
    static String cells(Position position) {
        return position.cells().stream().map(Cell::toString).collect(Collectors.joining(" "));
    }

    private static void grace(CsvFile.Line line, @Nullable Grace grace) {
        line.value(grace == null ? null : grace.day())
                .value(grace == null ? null : grace.days())
                .value(grace == null ? null : grace.endsOn());
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }
}
