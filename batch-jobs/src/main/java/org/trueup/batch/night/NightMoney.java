package org.trueup.batch.night;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.report.NightOutcome.Selection;

/** What the tenants of the latest nights pay and would have to pay, for everybody and for each vendor and account manager. */
final class NightMoney {
    private final Map<Selection, SortedMap<String, NightViews.Sum>> sums = new HashMap<>();

    private NightMoney() {}

    static NightMoney of(CountingRuns runs, JdbcClient sql) {
        NightMoney money = new NightMoney();
        if (!runs.none()) {
            sql.sql("SELECT a.vendor, COALESCE(a.account_manager, ''), a.currency, COALESCE(SUM(a.monthly_amount), 0),"
                            + " COALESCE(SUM(a.true_up_amount), 0) FROM assessment a WHERE a.decided AND "
                            + runs.condition("a") + " GROUP BY 1, 2, 3")
                    .query(row -> {
                        NightViews.Sum sum =
                                new NightViews.Sum(row.getString(3), row.getBigDecimal(4), row.getBigDecimal(5));
                        money.add(new Selection.Everyone(), sum);
                        money.add(new Selection.OfVendor(new Vendor(row.getString(1))), sum);
                        money.add(new Selection.OfAccountManager(row.getString(2)), sum);
                    });
        }
        return money;
    }

    private void add(Selection selection, NightViews.Sum sum) {
        sums.computeIfAbsent(selection, key -> new TreeMap<>()).merge(sum.currency(), sum, NightMoney::plus);
    }

    private static NightViews.Sum plus(NightViews.Sum one, NightViews.Sum other) {
        BigDecimal monthly = one.monthly().add(other.monthly());
        return new NightViews.Sum(one.currency(), monthly, one.trueUp().add(other.trueUp()));
    }

    /** By currency. */
    List<NightViews.Sum> of(Selection selection) {
        return List.copyOf(Objects.requireNonNullElse(sums.get(selection), new TreeMap<String, NightViews.Sum>())
                .values());
    }
}
