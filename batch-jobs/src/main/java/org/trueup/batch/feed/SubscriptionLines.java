package org.trueup.batch.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.trueup.batch.store.BulkLoader;
import org.trueup.rules.fact.Term;

/** subscriptions.csv: a line is what a tenant bought for a period. */
record SubscriptionLines(KnownIds ids) implements FactLines {
    @Override
    public String table() {
        return "subscription";
    }

    @Override
    public String[] columns() {
        return new String[] {
            "tenant_no",
            "subscription_id",
            "plan",
            "licenses",
            "starts_on",
            "ends_on",
            "term",
            "discount_percent",
            "price_per_license",
            "support_plan"
        };
    }

    @Override
    public void write(Line line, BulkLoader row) {
        row.number(line.tenantNo(ids));
        Cell.copy(line.id(Column.SUBSCRIPTION_ID), row);
        Cell.copy(line.needed(Column.PLAN, Line.ID_LENGTH), row);
        row.number(line.count(Column.LICENSES));
        LocalDate startsOn = line.neededDate(Column.STARTS_ON);
        LocalDate endsOn = line.neededDate(Column.ENDS_ON);
        line.inOrder(startsOn, endsOn);
        row.date(startsOn).date(endsOn);
        row.text(line.word(Column.TERM, Term.values(), Term.PAID).name());
        BigDecimal discount = line.percent(Column.DISCOUNT_PERCENT);
        row.decimal(discount == null ? BigDecimal.ZERO : discount);
        row.decimal(line.price(Column.PRICE_PER_LICENSE));
        Cell.copy(line.textOrNone(Column.SUPPORT_PLAN, Line.ID_LENGTH), row);
    }
}
