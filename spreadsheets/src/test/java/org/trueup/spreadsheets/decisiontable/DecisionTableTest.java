package org.trueup.spreadsheets.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.CheckedTenant;
import org.trueup.rules.check.Checks;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Range;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.policy.DroolsPolicyEngine;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.PolicyTerms;

class DecisionTableTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    /** What would run, or break the rules, if any of it were ever part of them. */
    private static final List<String> HOSTILE = List.of(
            "\"); System.exit(1); (\"",
            "x\" ) then System.exit(1); end rule \"y\" when",
            "${System.exit(1)}",
            "@{System.exit(1)}",
            "7 || true",
            "*/ System.exit(1); /*",
            "a\nend\nrule b",
            "\\u0022); System.exit(1); //",
            "$param",
            "a, b; c...",
            "=cmd|' /C calc'!A0");

    @Test
    void aRowBecomesARuleOfNumbersAlone() {
        CheckTerms row = row(
                7,
                "NEAR",
                Map.of(Characteristic.PLAN, "Growth"),
                Map.of(Measure.USE, range("90.5", "100"), Measure.DISCOUNT, range("10", null)),
                LocalDate.EPOCH,
                null);
        assertThat(((DecisionTable) DecisionTable.of(List.of(row))).drl())
                .contains("rule \"Checks row 7\"")
                .contains("$candidate : Candidate(is( Characteristic.PLAN, 1 ), atLeast( Measure.USE, 90500L ),"
                        + " atMost( Measure.USE, 100000L ), atLeast( Measure.DISCOUNT, 10000L ), from( 0L ))")
                .contains("insert( $candidate.hitBy( 7 ) );");
    }

    @Test
    void nothingThatSomebodyTypedIsPartOfTheRules() {
        List<CheckTerms> hostile = new ArrayList<>();
        List<CheckTerms> tame = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String text = HOSTILE.get(i);
            hostile.add(hostile(5 + i, text, text, text));
            tame.add(hostile(5 + i, "CODE_" + i, "plan " + i, "message"));
        }
        assertThat(((DecisionTable) DecisionTable.of(hostile)).drl())
                .isEqualTo(((DecisionTable) DecisionTable.of(tame)).drl());
    }

    @Test
    void aHostilePlanIsAPlanLikeAnyOther() {
        for (String text : HOSTILE.subList(0, 3)) {
            CheckedTenant tenant = checked(pensero("a", 3)).get(0);
            CheckTerms check = hostile(5, "LOOK_AT", text, "said: " + text.replaceAll("[{}]", ""));
            assertThat(DecisionTable.of(List.of(check)).findings(List.of(tenant)))
                    .isEmpty();
        }
    }

    @Test
    void everyConditionOfARowHasToHold() {
        Checks checks = DecisionTable.of(List.of(row(
                5,
                "LOOK_AT",
                Map.of(Characteristic.PLAN, "growth", Characteristic.NONPROFIT, "no"),
                Map.of(Measure.USED, range("3", "4")),
                AS_OF,
                AS_OF)));
        List<CheckedTenant> tenants = checked(
                pensero("a", 2),
                pensero("b", 3),
                pensero("c", 4),
                pensero("d", 5),
                pensero("e", 3).nonprofit());
        assertThat(checks.findings(tenants))
                .extracting(Finding::message)
                .containsExactlyInAnyOrder("Tenant b: 3", "Tenant c: 4");
        assertThat(checks.findings(on(tenants, AS_OF.plusDays(1)))).isEmpty();
        assertThat(checks.findings(on(tenants, AS_OF.minusDays(1)))).isEmpty();
    }

    @Test
    void ofSeveralRowsOfACodeTheOneWithMoreConditionsTells() {
        Checks checks = DecisionTable.of(List.of(
                row(5, "LOOK_AT", Map.of(), Map.of(Measure.USED, range("1", null)), null, null),
                row(
                        6,
                        "LOOK_AT",
                        Map.of(Characteristic.PLAN, "Growth"),
                        Map.of(Measure.USED, range("3", null)),
                        null,
                        null),
                row(7, "LOOK_AT", Map.of(Characteristic.STATUS, "COMPLIANT"), Map.of(), null, null),
                row(8, "LOOK_TOO", Map.of(), Map.of(Measure.USED, range("3", null)), null, null)));
        assertThat(checks.findings(checked(pensero("a", 2), pensero("b", 3))))
                .extracting(found -> found.tenant() + " " + found.code() + " " + found.rule())
                .containsExactlyInAnyOrder(
                        "a LOOK_AT Checks row 5", "b LOOK_AT Checks row 6", "b LOOK_TOO Checks row 8");
    }

    @Test
    void manyTenantsAtOnceFindWhatEachFindsAlone() {
        Random random = new Random(20_261_121);
        List<CheckTerms> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(randomRow(random, 5 + i));
        }
        Checks checks = DecisionTable.of(rows);
        TenantBuilder[] builders = new TenantBuilder[60];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = pensero("t" + i, random.nextInt(12));
        }
        List<CheckedTenant> tenants = checked(builders);
        List<Finding> alone = tenants.stream()
                .flatMap(tenant -> checks.findings(List.of(tenant)).stream())
                .toList();
        assertThat(alone).hasSizeGreaterThan(60);
        assertThat(checks.findings(tenants)).containsExactlyInAnyOrderElementsOf(alone);
        assertThat(alone).containsExactlyInAnyOrderElementsOf(expected(rows, tenants));
    }

    /** What the rows mean, said without any rules. */
    private static List<Finding> expected(List<CheckTerms> rows, List<CheckedTenant> tenants) {
        List<Finding> all = new ArrayList<>();
        for (CheckedTenant tenant : tenants) {
            rows.stream()
                    .map(CheckTerms::code)
                    .distinct()
                    .flatMap(code -> rows.stream()
                            .filter(row -> row.code().equals(code) && fits(row, tenant))
                            .reduce((one, other) -> other.conditions() > one.conditions() ? other : one)
                            .stream())
                    .forEach(row -> all.add(row.finding(tenant)));
        }
        return all;
    }

    private static boolean fits(CheckTerms row, CheckedTenant tenant) {
        int used = tenant.position().used();
        Range asked = row.ranges().get(Measure.USED);
        String plan = row.words().get(Characteristic.PLAN);
        return (asked == null
                        || (asked.atLeast() == null || used >= asked.atLeast().intValue())
                                && (asked.atMost() == null
                                        || used <= asked.atMost().intValue()))
                && (plan == null || plan.equals(tenant.position().plan()));
    }

    private static CheckTerms randomRow(Random random, int number) {
        Map<Characteristic, String> words = new EnumMap<>(Characteristic.class);
        if (random.nextBoolean()) {
            words.put(Characteristic.PLAN, random.nextInt(3) == 0 ? "Starter" : "Growth");
        }
        int least = random.nextInt(10);
        Range used = switch (random.nextInt(3)) {
            case 0 -> range(Integer.toString(least), null);
            case 1 -> range(null, Integer.toString(least));
            default -> range(Integer.toString(least), Integer.toString(least + random.nextInt(4)));
        };
        return row(number, "CODE_" + random.nextInt(10), words, Map.of(Measure.USED, used), null, null);
    }

    @Test
    void aCheckWithoutConditionsIsRefusedAndNoChecksAreNone() {
        CheckTerms everybody = row(5, "LOOK_AT", Map.of(), Map.of(), null, null);
        assertThatThrownBy(() -> DecisionTable.of(List.of(everybody))).isInstanceOf(IllegalArgumentException.class);
        assertThat(DecisionTable.of(List.of())).isSameAs(Checks.NONE);
    }

    private static TenantBuilder pensero(String id, int used) {
        return TenantBuilder.pensero(id).subscribed("Growth", 10).added(used);
    }

    private static List<CheckedTenant> on(List<CheckedTenant> tenants, LocalDate day) {
        return tenants.stream()
                .map(tenant -> new CheckedTenant(tenant.facts(), tenant.subscription(), tenant.position(), day))
                .toList();
    }

    private static List<CheckedTenant> checked(TenantBuilder... tenants) {
        PolicyTerms terms = TestPolicies.pensero();
        List<TenantFacts> facts =
                List.of(tenants).stream().map(TenantBuilder::facts).toList();
        List<CheckedTenant> seen = new ArrayList<>();
        Checks watching = asked -> {
            seen.addAll(asked);
            return List.of();
        };
        DroolsPolicyEngine.withChecks(List.of(new Policy(terms, watching))).assess(facts, AS_OF);
        // the others are questions about ways back
        return seen.subList(0, facts.size());
    }

    private static Range range(@Nullable String atLeast, @Nullable String atMost) {
        return new Range(
                atLeast == null ? null : new BigDecimal(atLeast), atMost == null ? null : new BigDecimal(atMost));
    }

    private static CheckTerms hostile(int number, String code, String plan, String message) {
        return new CheckTerms(
                TestPolicies.row("pensero.xlsx", CheckTerms.SHEET, number, List.of("Code")),
                code,
                Severity.INFO,
                Map.of(Characteristic.PLAN, plan, Characteristic.SUPPORT_PLAN, plan),
                Map.of(),
                null,
                null,
                message);
    }

    private static CheckTerms row(
            int number,
            String code,
            Map<Characteristic, String> words,
            Map<Measure, Range> ranges,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new CheckTerms(
                TestPolicies.row("pensero.xlsx", CheckTerms.SHEET, number, List.of("Code")),
                code,
                Severity.INFO,
                words,
                ranges,
                from,
                until,
                "{tenant}: {used}");
    }
}
