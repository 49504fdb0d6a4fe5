package org.trueup.spreadsheets.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** The sums over all tenants. */
class WhatIfTallyTest {
    private static final Comparison COMPARISON = new Comparison(PolicyRows.NONE, PolicyRows.NONE);

    private final WhatIfTally tally = new WhatIfTally();

    private static void add(WhatIfTally tally, Assessment before, Assessment after) {
        tally.add(before, after, COMPARISON.of(before, after).orElse(null));
    }

    private static MoneyChange money(String before, String after, String up, int ups, String down, int downs) {
        return new MoneyChange(
                new BigDecimal(before), new BigDecimal(after), new BigDecimal(up), ups, new BigDecimal(down), downs);
    }

    @Test
    void tenantsThatStayAreComparedAndNotChanged() {
        add(tally, new Assessments().decided(), new Assessments().decided());
        assertThat(tally.compared()).isEqualTo(1);
        assertThat(tally.changed()).isZero();
        assertThat(tally.moves()).isEqualTo(Map.of(new Move(Status.COMPLIANT, Status.COMPLIANT), 1L));
    }

    @Test
    void movesCountFromAndToNoPositionToo() {
        Assessment none = new Assessments()
                .finding("NO_SUBSCRIPTION", Severity.WARNING, "None.", "Plans!A5")
                .undecided();
        add(tally, none, new Assessments().decided());
        add(tally, new Assessments().decided(), none);
        add(
                tally,
                new Assessments().decided(),
                new Assessments().status(Status.WARNING).decided());
        assertThat(tally.changed()).isEqualTo(3);
        assertThat(tally.moves().keySet())
                .extracting(Move::words)
                .containsExactly("COMPLIANT → WARNING", "COMPLIANT → not decided", "not decided → COMPLIANT");
    }

    @Test
    void moneyGoesUpAndDownByCurrency() {
        add(
                tally,
                new Assessments().decided(),
                new Assessments().monthly("40.50").decided());
        add(
                tally,
                new Assessments().decided(),
                new Assessments().monthly("25.00").decided());
        add(tally, new Assessments().decided(), new Assessments().monthly(null).decided());
        add(
                tally,
                new Assessments().decided(),
                new Assessments().currency("EUR").decided());
        assertThat(tally.monthly())
                .isEqualTo(Map.of(
                        "USD", money("120.00", "65.50", "10.50", 1, "-65.00", 3),
                        "EUR", money("0.00", "30.00", "30.00", 1, "0.00", 0)));
        assertThat(tally.monthly().get("USD").difference()).isEqualByComparingTo("-54.50");
    }

    @Test
    void findingsAreCountedOnBothSides() {
        Assessments told = new Assessments().finding("POLICY_GAP", Severity.WARNING, "Gap.", "Plans!A5");
        add(tally, new Assessments().decided(), told.decided());
        add(tally, told.decided(), told.decided());
        add(tally, told.decided(), new Assessments().decided());
        add(
                tally,
                told.decided(),
                new Assessments()
                        .finding("POLICY_GAP", Severity.INFO, "Gap.", "Plans!A5")
                        .decided());
        assertThat(tally.findings("POLICY_GAP")).isEqualTo(new FindingTotal(3, 3, 1, 1, 1));
        assertThat(tally.findings("POLICY_GAP").differs()).isTrue();
        assertThat(tally.findings("OTHER").differs()).isFalse();
    }

    @Test
    void partsAddUpToTheWhole() {
        WhatIfTally one = new WhatIfTally();
        WhatIfTally other = new WhatIfTally();
        Assessment after =
                new Assessments().status(Status.OVERAGE).trueUp("9.99").decided();
        add(one, new Assessments().decided(), after);
        add(other, new Assessments().decided(), after);
        add(other, after, after);
        tally.add(one);
        tally.add(other);
        assertThat(tally.compared()).isEqualTo(3);
        assertThat(tally.changed()).isEqualTo(2);
        assertThat(tally.moves()).containsEntry(new Move(Status.COMPLIANT, Status.OVERAGE), 2L);
        assertThat(tally.trueUp()).isEqualTo(Map.of("USD", money("9.99", "29.97", "19.98", 2, "0.00", 0)));
    }
}
