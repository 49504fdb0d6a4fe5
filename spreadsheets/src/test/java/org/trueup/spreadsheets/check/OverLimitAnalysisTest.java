package org.trueup.spreadsheets.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Shadow;
import org.trueup.spreadsheets.analysis.TableAnalysis;
import org.trueup.spreadsheets.analysis.Tie;

/** Sheets of chance, small enough to try every tenant: the analysis must say the same as the rows themselves. */
final class OverLimitAnalysisTest {
    private static final int SHEETS = 60;
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
    private static final List<String> PLANS = List.of("Medium", "Large");
    private static final Set<String> UNCAPPED = Set.of("Large");

    @Test
    void theAnalysisSaysWhatTryingEveryTenantSays() {
        compare(new Random(11), tenants(), OverLimitAnalysisTest::useAndDays);
    }

    @Test
    void nonprofitsLicencesHeldAndDaysOverAreLookedAtExactlyToo() {
        compare(new Random(12), tenantsBySegment(), OverLimitAnalysisTest::segments);
    }

    private static void compare(
            Random chance, List<OverLimitCase> tenants, Function<Random, OverLimitConditions> conditions) {
        for (int i = 0; i < SHEETS; i++) {
            List<OverLimitTerms> rows = new ArrayList<>();
            int size = 1 + chance.nextInt(6);
            for (int row = 0; row < size; row++) {
                rows.add(row(conditions.apply(chance), row + 5));
            }
            OverLimitRows sheet = new OverLimitRows(PLANS, UNCAPPED, rows);
            TableAnalysis<OverLimitCase> analysis = new TableAnalysis<>(
                    sheet,
                    rows.stream().map(sheet::box).toList(),
                    (one, other) -> rows.get(one).rank(rows.get(other)));

            Set<Integer> winners = tenants.stream()
                    .flatMap(
                            tenant -> rows.stream()
                                    .filter(tenant::takenBy)
                                    .reduce((one, other) -> other.beats(one) ? other : one)
                                    .stream())
                    .map(row -> row.at().row() - 5)
                    .collect(Collectors.toSet());
            boolean anyGap = tenants.stream().anyMatch(tenant -> rows.stream().noneMatch(tenant::takenBy));

            assertThat(analysis.gaps().isEmpty()).as("%s", rows).isEqualTo(!anyGap);
            for (Gap<OverLimitCase> gap : analysis.gaps()) {
                assertThat(rows).as("%s", gap).noneMatch(gap.example()::takenBy);
            }
            Set<Integer> never = new HashSet<>(analysis.impossible());
            analysis.shadows().stream().map(Shadow::row).forEach(never::add);
            assertThat(never)
                    .as("%s", rows)
                    .isEqualTo(IntStream.range(0, size)
                            .filter(row -> !winners.contains(row))
                            .boxed()
                            .collect(Collectors.toSet()));
            for (Tie<OverLimitCase> tie : analysis.ties()) {
                OverLimitTerms upper = rows.get(tie.upper());
                OverLimitTerms lower = rows.get(tie.lower());
                assertThat(tie.example().takenBy(upper) && tie.example().takenBy(lower))
                        .isTrue();
                assertThat(upper.rank(lower)).isZero();
            }
            assertThat(analysis.ties().isEmpty()).as("%s", rows).isEqualTo(untied(rows, tenants));
        }
    }

    private static boolean untied(List<OverLimitTerms> rows, List<OverLimitCase> tenants) {
        return tenants.stream().noneMatch(tenant -> {
            List<OverLimitTerms> taking = rows.stream().filter(tenant::takenBy).toList();
            // rows of the highest rank are tied; those below matter as soon as nothing wins over both
            return taking.stream()
                            .filter(row -> taking.stream().noneMatch(other -> other.rank(row) > 0))
                            .count()
                    > 1;
        });
    }

    /** Every tenant that the rows below can tell apart. */
    private static List<OverLimitCase> tenants() {
        List<OverLimitCase> tenants = new ArrayList<>();
        for (String plan : PLANS) {
            for (Term term : List.of(Term.PAID, Term.TRIAL, Term.PILOT)) {
                if (UNCAPPED.contains(plan)) {
                    tenants.add(new OverLimitCase(plan, term, false, 7, Licences.UNLIMITED, null, 0));
                }
                for (int licensed = 0; licensed <= 45; licensed++) {
                    for (int over = -licensed; over <= 8; over++) {
                        for (LocalDate since : over <= 0 ? NOT_OVER : DAYS) {
                            tenants.add(new OverLimitCase(
                                    plan,
                                    term,
                                    false,
                                    licensed + over,
                                    Licences.of(licensed),
                                    since.equals(LocalDate.MIN) ? null : since,
                                    over <= 0 ? 0 : 1));
                        }
                    }
                }
            }
        }
        return tenants;
    }

    private static final List<LocalDate> NOT_OVER = List.of(LocalDate.MIN);
    private static final List<LocalDate> DAYS =
            Stream.of(-1, 0, 1, 29, 30).map(JUNE::plusDays).toList();

    /** Every tenant that rows by segment can tell apart. */
    private static List<OverLimitCase> tenantsBySegment() {
        List<OverLimitCase> tenants = new ArrayList<>();
        for (boolean nonprofit : List.of(false, true)) {
            tenants.add(new OverLimitCase("Large", Term.PAID, nonprofit, 7, Licences.UNLIMITED, null, 0));
            for (int licensed = 0; licensed <= 45; licensed++) {
                for (int over = -licensed; over <= 8; over++) {
                    for (int days : over <= 0 ? new int[] {0} : new int[] {1, 4, 5, 9, 10, 11}) {
                        tenants.add(new OverLimitCase(
                                "Medium",
                                Term.PAID,
                                nonprofit,
                                licensed + over,
                                Licences.of(licensed),
                                over <= 0 ? null : JUNE,
                                days));
                    }
                }
            }
        }
        return tenants;
    }

    private static OverLimitConditions useAndDays(Random chance) {
        LocalDate from = any(chance, JUNE, JUNE.plusDays(30));
        LocalDate until = any(chance, JUNE, JUNE.plusDays(29));
        boolean empty = from != null && until != null && until.isBefore(from);
        return new OverLimitConditions(
                any(chance, "Medium", "Large"),
                any(chance, Term.PAID, Term.TRIAL),
                null,
                Bounds.any(),
                new Bounds<>(from, empty ? null : until),
                new Bounds<>(any(chance, 0, 1, 3), any(chance, 3, 4)),
                new Bounds<>(
                        any(chance, new BigDecimal("5"), new BigDecimal("12.5")),
                        any(chance, new BigDecimal("12.5"), new BigDecimal("20"))),
                null);
    }

    private static OverLimitConditions segments(Random chance) {
        return new OverLimitConditions(
                null,
                null,
                any(chance, false, true),
                new Bounds<>(any(chance, 0, 10, 20), any(chance, 20, 30)),
                Bounds.any(),
                new Bounds<>(any(chance, 0, 1, 2), any(chance, 2, 4)),
                new Bounds<>(any(chance, new BigDecimal("12.5")), any(chance, new BigDecimal("12.5"))),
                any(chance, 1, 5, 10));
    }

    private static OverLimitTerms row(OverLimitConditions conditions, int row) {
        return new OverLimitTerms(
                new SheetRow("acme.xlsx", OverLimitTerms.SHEET, row, Map.of("Status", "G")),
                conditions,
                Status.WARNING,
                null,
                null,
                AddingBeyond.ALLOW,
                null);
    }

    /** Blank as often as not. */
    @SafeVarargs
    private static <T> @Nullable T any(Random chance, T... values) {
        return chance.nextBoolean() ? null : values[chance.nextInt(values.length)];
    }
}
