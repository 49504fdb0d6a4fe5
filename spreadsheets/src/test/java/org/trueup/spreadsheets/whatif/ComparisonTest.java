package org.trueup.spreadsheets.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.PolicyRow;
import org.trueup.spreadsheets.whatif.FindingChange.Kind;

/** What counts as a change of a tenant, and which cells are named for it. */
class ComparisonTest {
    private static final Comparison WITHOUT_ROWS = new Comparison(PolicyRows.NONE, PolicyRows.NONE);

    private static Assessments tenant() {
        return new Assessments();
    }

    private static PolicyRow row(String sheet, int number, Map<String, String> cells) {
        return new PolicyRow(
                new SheetRow("acme.xlsx", sheet, number, Map.of("Plan", "A", "Price", "C", "Minimum", "D")), cells);
    }

    private static TenantChange change(Assessments before, Assessments after) {
        return WITHOUT_ROWS.of(before.decided(), after.decided()).orElseThrow();
    }

    @Test
    void theSameIsNoChange() {
        assertThat(WITHOUT_ROWS.of(tenant().decided(), tenant().decided())).isEmpty();
    }

    @Test
    void whereARowStandsItsVersionAndTheWayBackAreNoChange() {
        Assessments before = tenant().decidedBy("Plans!A5")
                .version(1)
                .entitled("30", "Entitlements!E5")
                .finding("CODE", Severity.INFO, "Told.", "Checks!A5")
                .wayBack("buy 1");
        Assessments after = tenant().decidedBy("Plans!A9")
                .version(2)
                .entitled("30", "Entitlements!E8")
                .finding("CODE", Severity.INFO, "Told.", "Checks!A7");
        assertThat(WITHOUT_ROWS.of(before.decided(), after.decided())).isEmpty();
    }

    static List<Arguments> differences() {
        return List.of(
                Arguments.of("status", tenant().status(Status.WARNING)),
                Arguments.of("used", tenant().used(4)),
                Arguments.of("monthly amount", tenant().monthly("30.01")),
                Arguments.of("no monthly amount any more", tenant().monthly(null)),
                Arguments.of("true-up amount", tenant().trueUp("1.00")),
                Arguments.of("currency", tenant().currency("EUR")),
                Arguments.of("grace period", tenant().graceUntil("2026-12-01")),
                Arguments.of("a finding", tenant().finding("CODE", Severity.INFO, "Told.", "Checks!A5")),
                Arguments.of("adding beyond", tenant().adding(AddingBeyond.DENY)),
                Arguments.of("an entitlement", tenant().entitled("30", "Entitlements!E5")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void whatPeopleReadIsAChange(String what, Assessments after) {
        assertThat(WITHOUT_ROWS.of(tenant().decided(), after.decided()))
                .as(what)
                .isPresent();
    }

    @Test
    void bothSidesAreTold() {
        TenantChange change =
                change(tenant(), tenant().status(Status.WARNING).used(4).monthly("40.00"));
        assertThat(change.tenant()).isEqualTo("t1");
        assertThat(change.accountManager()).isEqualTo("Ada Lind");
        assertThat(change.before()).extracting(Side::status, Side::used).containsExactly(Status.COMPLIANT, 3);
        assertThat(change.after()).extracting(Side::status, Side::used).containsExactly(Status.WARNING, 4);
    }

    @Test
    void aPositionMayBeLostAndGained() {
        Assessment none = tenant().finding("UNKNOWN_PLAN", Severity.VIOLATION, "Which?", "Plans!A5")
                .undecided();
        TenantChange lost = WITHOUT_ROWS.of(tenant().decided(), none).orElseThrow();
        assertThat(lost.before()).isNotNull();
        assertThat(lost.after()).isNull();
        assertThat(lost.codes(Kind.NEW)).isEqualTo("UNKNOWN_PLAN");
        TenantChange gained = WITHOUT_ROWS.of(none, tenant().decided()).orElseThrow();
        assertThat(gained.before()).isNull();
        assertThat(gained.codes(Kind.GONE)).isEqualTo("UNKNOWN_PLAN");
    }

    @Test
    void findingsAreNewGoneOrToldOtherwise() {
        Assessments before = tenant().finding("GOES", Severity.INFO, "Bye.", "Checks!A5")
                .finding("MINIMUM", Severity.WARNING, "at least 5", "Plans!D5")
                .finding("STAYS", Severity.INFO, "Here.", "Checks!A6")
                .finding("WORSE", Severity.INFO, "Same words.", "Checks!A7");
        Assessments after = tenant().finding("COMES", Severity.INFO, "Hello.", "Checks!A5")
                .finding("MINIMUM", Severity.WARNING, "at least 6", "Plans!D5")
                .finding("STAYS", Severity.INFO, "Here.", "Checks!A6")
                .finding("WORSE", Severity.WARNING, "Same words.", "Checks!A7");
        TenantChange change = change(before, after);
        assertThat(change.codes(Kind.NEW)).isEqualTo("COMES");
        assertThat(change.codes(Kind.GONE)).isEqualTo("GOES");
        assertThat(change.codes(Kind.OTHERWISE)).isEqualTo("MINIMUM, WORSE");
        assertThat(change.findings())
                .filteredOn(finding -> finding.code().equals("MINIMUM"))
                .containsExactly(new FindingChange(
                        Kind.OTHERWISE, "MINIMUM", Severity.WARNING, "at least 6", "acme.xlsx!Plans!D5"));
    }

    @Test
    void aFindingThatIsWaivedIsToldOtherwise() {
        TenantChange change = change(
                tenant().finding("LATE", Severity.WARNING, "Late.", "Checks!A5"),
                tenant().waived("LATE", Severity.WARNING, "Late.", "2026-12-31"));
        assertThat(change.findings())
                .extracting(FindingChange::kind, FindingChange::message)
                .containsExactly(tuple(Kind.OTHERWISE, "Late. (waived until 2026-12-31)"));
    }

    @Test
    void oneOfTwoFindingsOfACodeMayGo() {
        Assessments before = tenant().finding("TWICE", Severity.INFO, "One.", "Checks!A5")
                .finding("TWICE", Severity.INFO, "Two.", "Checks!A5");
        Assessments after = tenant().finding("TWICE", Severity.INFO, "Two.", "Checks!A5");
        assertThat(change(before, after).findings())
                .extracting(FindingChange::kind, FindingChange::message)
                .containsExactly(tuple(Kind.GONE, "One."));
    }

    @Test
    void whatHasNoColumnIsToldInWords() {
        TenantChange change = change(
                tenant().entitled("30", "Entitlements!E5"),
                tenant().entitled("60", "Entitlements!E5").adding(AddingBeyond.DENY));
        assertThat(change.otherwise())
                .isEqualTo("Adding beyond allow → deny; Entitlements History: 30 days → History: 60 days");
    }

    @Test
    void anEditedCellIsNamedWithItsOldAndNewValueAndItsOldPlace() {
        Comparison comparison = new Comparison(
                new PolicyRows(List.of(row("Plans", 5, Map.of("Plan", "Growth", "Price", "10")))),
                new PolicyRows(List.of(
                        row("Plans", 5, Map.of("Plan", "Small", "Price", "1")),
                        row("Plans", 6, Map.of("Plan", "Growth", "Price", "12")))));
        TenantChange change = comparison
                .of(
                        tenant().decidedBy("Plans!A5").decided(),
                        tenant().monthly("36.00").decidedBy("Plans!A6").decided())
                .orElseThrow();
        assertThat(change.why())
                .isEqualTo(
                        new RowChanges("Plans C6 (was C5): Price 10 → 12", "acme.xlsx!Plans!C5", "acme.xlsx!Plans!C6"));
    }

    @Test
    void aRowThatOnlyMovedIsNotNamed() {
        PolicyRow growth = row("Plans", 5, Map.of("Plan", "Growth", "Price", "10"));
        PolicyRow moved = row("Plans", 9, Map.of("Plan", "Growth", "Price", "10"));
        PolicyRow warning = row("Over the limit", 5, Map.of("Minimum", "1"));
        Comparison comparison =
                new Comparison(new PolicyRows(List.of(growth)), new PolicyRows(List.of(moved, warning)));
        TenantChange change = comparison
                .of(
                        tenant().decidedBy("Plans!A5").decided(),
                        tenant().status(Status.WARNING)
                                .decidedBy("Over the limit!D5", "Plans!A9")
                                .decided())
                .orElseThrow();
        assertThat(change.why())
                .isEqualTo(new RowChanges("Over the limit row 5 decides now", "", "acme.xlsx!Over the limit!D5"));
    }

    @Test
    void aRowThatAnotherOneReplacesIsNotCalledEdited() {
        PolicyRow general = row("Over the limit", 5, Map.of("Minimum", "1"));
        PolicyRow special = row("Over the limit", 6, Map.of("Plan", "Growth", "Minimum", "1"));
        Comparison comparison =
                new Comparison(new PolicyRows(List.of(general, special)), new PolicyRows(List.of(general)));
        TenantChange change = comparison
                .of(
                        tenant().decidedBy("Over the limit!A6").decided(),
                        tenant().status(Status.WARNING)
                                .decidedBy("Over the limit!D5")
                                .decided())
                .orElseThrow();
        assertThat(change.why().words())
                .isEqualTo("Over the limit row 5 decides now; Over the limit row 6 was edited or removed");
    }

    @Test
    void aConditionThatWasEditedIsNamedThoughTheRowDecidesNoMore() {
        Comparison comparison = new Comparison(
                new PolicyRows(List.of(row("Over the limit", 5, Map.of("Minimum", "1")))),
                new PolicyRows(List.of(row("Over the limit", 5, Map.of("Minimum", "1", "Plan", "Growth")))));
        Assessments warned = tenant().status(Status.WARNING).decidedBy("Over the limit!D5");
        assertThat(comparison
                        .of(warned.decided(), tenant().decided())
                        .orElseThrow()
                        .why())
                .isEqualTo(new RowChanges(
                        "Over the limit A5: Plan empty → Growth, so that the row decides no more",
                        "acme.xlsx!Over the limit!A5",
                        "acme.xlsx!Over the limit!A5"));
        assertThat(comparison
                        .of(tenant().decided(), warned.decided())
                        .orElseThrow()
                        .why()
                        .words())
                .isEqualTo("Over the limit A5: Plan empty → Growth, so that the row decides now");
    }

    @Test
    void whereTheSameRowsDecideAllOfThemAreNamed() {
        PolicyRows same = new PolicyRows(List.of(row("Plans", 5, Map.of("Plan", "Growth"))));
        TenantChange change = new Comparison(same, same)
                .of(
                        tenant().decidedBy("Plans!A5").decided(),
                        tenant().used(4).decidedBy("Plans!A5").decided())
                .orElseThrow();
        assertThat(change.why()).isEqualTo(new RowChanges("", "acme.xlsx!Plans!A5", "acme.xlsx!Plans!A5"));
    }
}
