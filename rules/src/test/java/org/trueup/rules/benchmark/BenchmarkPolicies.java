package org.trueup.rules.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.trueup.rules.LimitRow;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/** The policies of all four vendors, also with sheets as long as one likes. */
final class BenchmarkPolicies {
    /** Rows of the vendors' own lie above. */
    private static final int FIRST_ROW = 1_000;

    private BenchmarkPolicies() {}

    /** As the vendors' documents state them: 10 rows or fewer a sheet, but for one of 14. */
    static List<PolicyTerms> documented() {
        return List.of(
                TestPolicies.plecto(), TestPolicies.pensero(), TestPolicies.learning(), TestPolicies.activtrak());
    }

    /** The same with at least so many rows in each sheet that has rows of plans or names, all of them of plans and names that nobody has. */
    static List<PolicyTerms> withRows(int rows) {
        return documented().stream().map(terms -> longer(terms, rows)).toList();
    }

    private static PolicyTerms longer(PolicyTerms terms, int rows) {
        String book = terms.vendor() + ".xlsx";
        Metric metric = terms.plans().get(0).metric();
        return new PolicyTerms(
                terms.vendor(),
                terms.version(),
                fill(terms.plans(), rows, i -> TestPolicies.plan(book, FIRST_ROW + i, plan(i), metric, "7", 2, null)),
                fill(
                        terms.overLimit(),
                        rows,
                        i -> LimitRow.row(book, FIRST_ROW + i)
                                .plan(plan(i))
                                .overBy(1)
                                .is(Status.WARNING)),
                terms.counting(),
                fill(
                        terms.exemptions(),
                        rows,
                        i -> TestPolicies.exemption(book, FIRST_ROW + i, null, "Integration " + i)),
                fill(
                        terms.settings(),
                        rows,
                        i -> new SettingTerms(
                                TestPolicies.row(book, SettingTerms.SHEET, FIRST_ROW + i, TestPolicies.SETTINGS),
                                Setting.USAGE_LINE,
                                plan(i),
                                "{used}")),
                fill(terms.addOns(), rows, i -> TestPolicies.addOn(book, FIRST_ROW + i, "Add-on " + i, null, true)),
                fill(
                        terms.entitlements(),
                        rows,
                        i -> TestPolicies.entitlement(
                                book, FIRST_ROW + i, plan(i), null, null, "Rows per export", "1", "rows")),
                fill(
                        terms.supportPlans(),
                        rows,
                        i -> TestPolicies.support(book, FIRST_ROW + i, "Support " + i, plan(i), true, false)));
    }

    private static String plan(int number) {
        return "Plan " + number;
    }

    /** A sheet that the vendor does without stays away. */
    private static <T> List<T> fill(List<T> own, int rows, IntFunction<T> another) {
        if (own.isEmpty()) {
            return own;
        }
        Stream<T> more = Stream.iterate(0, i -> i + 1)
                .limit(Math.max(0, rows - own.size()))
                .map(another::apply);
        return new ArrayList<>(Stream.concat(own.stream(), more).toList());
    }
}
