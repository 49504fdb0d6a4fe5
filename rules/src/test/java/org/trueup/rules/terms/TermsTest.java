package org.trueup.rules.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;

class TermsTest {

    @Test
    void aNamePatternFitsExactlyOrWithStarsInAnyCase() {
        assertThat(new NamePattern("GitLab").fits("GITLAB")).isTrue();
        assertThat(new NamePattern("GitLab").fits("GitLab admin")).isFalse();
        assertThat(new NamePattern("*").fits("")).isTrue();
        assertThat(new NamePattern("Google*").fits("google ads")).isTrue();
        assertThat(new NamePattern("*ads").fits("Google Ads")).isTrue();
        assertThat(new NamePattern("*ab*ab").fits("ababx")).isFalse();
        assertThat(new NamePattern("*ab*ab").fits("abxxab")).isTrue();
        assertThat(new NamePattern("a.c").fits("abc"))
                .as("no regular expression")
                .isFalse();
        assertThat(new NamePattern("a*b").fixedCharacters()).isEqualTo(2);
        assertThatThrownBy(() -> new NamePattern("")).hasMessage("a name pattern is never empty");
    }

    @Test
    void theMoreExactExemptionRowWins() {
        ExemptionTerms any = TestPolicies.exemption("b.xlsx", 5, null, "*");
        ExemptionTerms longer = TestPolicies.exemption("b.xlsx", 6, null, "Google*");
        ExemptionTerms exact = TestPolicies.exemption("b.xlsx", 7, null, "Ads");
        ExemptionTerms sourced = TestPolicies.exemption("b.xlsx", 8, "Google", "*");
        ExemptionTerms later = TestPolicies.exemption("b.xlsx", 9, null, "*");
        assertThat(longer.beats(any)).isTrue();
        assertThat(any.beats(longer)).isFalse();
        assertThat(exact.beats(longer)).isTrue();
        assertThat(sourced.beats(exact)).isTrue();
        assertThat(any.beats(later)).isTrue();
        assertThat(sourced.fits(AccountBuilder.person("a").build()))
                .as("no source")
                .isFalse();
    }

    @Test
    void everyProfileHasANumberOfItsOwn() {
        Set<Integer> numbers = new HashSet<>();
        int profiles = 0;
        for (Metric metric : Metric.values()) {
            for (AccountKind kind : AccountKind.values()) {
                for (Access access : Access.values()) {
                    for (TrackingGroup group : new TrackingGroup[] {null, TrackingGroup.DNT, TrackingGroup.DELETE}) {
                        for (int bits = 0; bits < 32; bits++) {
                            AccountProfile profile = new AccountProfile(
                                    metric,
                                    kind,
                                    access,
                                    (bits & 1) > 0,
                                    (bits & 2) > 0,
                                    group,
                                    (bits & 4) > 0,
                                    (bits & 8) > 0,
                                    (bits & 16) > 0);
                            assertThat(profile.number()).isBetween(0, AccountProfile.NUMBERS - 1);
                            numbers.add(profile.number());
                            profiles++;
                        }
                    }
                }
            }
        }
        assertThat(numbers).hasSize(profiles);
    }

    @Test
    void aGroupConditionFitsItsGroupOrNone() {
        assertThat(GroupCondition.DNT.fits(TrackingGroup.DNT)).isTrue();
        assertThat(GroupCondition.DNT.fits(null)).isFalse();
        assertThat(GroupCondition.NONE.fits(null)).isTrue();
        assertThat(GroupCondition.NONE.fits(TrackingGroup.DELETE)).isFalse();
    }

    @Test
    void aPlanIsOnSaleFromItsFirstDayToItsLast() {
        PlanTerms plan = TestPolicies.plan("b.xlsx", 5, "Old", Metric.ADDED_USERS, null, null, null);
        PlanTerms sold = new PlanTerms(
                plan.at(),
                "Old",
                plan.metric(),
                null,
                plan.currency(),
                null,
                null,
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2023-12-31"),
                null,
                true,
                false);
        assertThat(sold.notOnSaleOn(LocalDate.parse("2019-12-31"))).isTrue();
        assertThat(sold.notOnSaleOn(LocalDate.parse("2020-01-01"))).isFalse();
        assertThat(sold.notOnSaleOn(LocalDate.parse("2023-12-31"))).isFalse();
        assertThat(sold.notOnSaleOn(LocalDate.parse("2024-01-01"))).isTrue();
        assertThat(sold.sale()).isEqualTo("from 2020-01-01 until 2023-12-31");
        assertThat(plan.notOnSaleOn(LocalDate.parse("2024-01-01"))).isFalse();
    }

    @Test
    void cellsAreReadBackFromTheirTextThoughSheetNamesHoldSpaces() {
        String text = "plecto.xlsx!Over the limit!G6 plecto.xlsx!Plans!AA50";
        List<Cell> cells = Cell.parseAll(text);
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0)).isEqualTo(new Cell("plecto.xlsx", "Over the limit", "G", 6));
        assertThat(Cell.listed(cells)).isEqualTo(text);
        assertThat(Cell.parseAll("")).isEmpty();
        assertThatThrownBy(() -> Cell.parse("Plans!A5")).hasMessage("not a cell: \"Plans!A5\"");
    }
}
