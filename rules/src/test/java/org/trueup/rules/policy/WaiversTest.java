package org.trueup.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trueup.rules.TenantBuilder.activtrak;
import static org.trueup.rules.TenantBuilder.plecto;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.check.Checks;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Waiver;
import org.trueup.rules.terms.Person;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.WaiverTerms;

/** What a waiver changes of a tenant's findings, on which days, and what it leaves alone. */
class WaiversTest {
    private static final List<String> COLUMNS =
            List.of("Tenant", "Finding code", "From", "Until", "Owner", "Approved by", "Reason");
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");

    private static WaiverTerms waiver(int row, String tenant, String code, @Nullable String from, String until) {
        return new WaiverTerms(
                TestPolicies.row("plecto.xlsx", "Waivers", row, COLUMNS),
                new TenantId(tenant),
                code,
                from == null ? null : LocalDate.parse(from),
                LocalDate.parse(until),
                "Ada Lind",
                "Bo Ek",
                "Renewal is signed, licences follow.");
    }

    private static WaiverTerms waiver(String tenant, String code) {
        return waiver(5, tenant, code, null, "2026-12-31");
    }

    /** Two licences where the plan asks for five, and three used. */
    private static TenantBuilder small(String id) {
        return plecto(id).subscribed("Medium", 2).active(3, "2026-11-20");
    }

    private static Assessment assess(PolicyTerms policy, TenantBuilder tenant, LocalDate asOf) {
        return new DroolsPolicyEngine(List.of(policy)).assess(tenant.facts(), asOf);
    }

    private static Assessment plectoWith(LocalDate asOf, WaiverTerms... waivers) {
        return assess(TestPolicies.plecto().waiving(List.of(waivers)), small("t"), asOf);
    }

    private static List<String> waived(Assessment assessment) {
        return assessment.findings().stream()
                .filter(Finding::waived)
                .map(finding -> finding.code() + " " + finding.waivedUntil())
                .toList();
    }

    @Test
    void aWaivedFindingStaysWithItsWordsAndItsWayBackAndNamesTheRow() {
        Assessment before = plectoWith(AS_OF);
        Assessment after = plectoWith(AS_OF, waiver("t", "BELOW_PLAN_MINIMUM"));
        Waiver expected = new Waiver(
                LocalDate.parse("2026-12-31"),
                "Ada Lind",
                "Bo Ek",
                "Renewal is signed, licences follow.",
                Cell.parse("plecto.xlsx!Waivers!D5"));
        assertThat(before.findings())
                .extracting(Finding::code)
                .containsExactly("BELOW_PLAN_MINIMUM", "OVER_LICENSED_COUNT");
        assertThat(before.findings().get(0).wayBack()).isNotNull();
        assertThat(after.findings())
                .containsExactly(
                        before.findings().get(0).waivedBy(expected),
                        before.findings().get(1));
    }

    @Test
    void statusMoneyAndWayBackOfThePositionStayAndItsCellsNameTheRow() {
        Position before = plectoWith(AS_OF).position();
        Position after = plectoWith(AS_OF, waiver("t", "OVER_LICENSED_COUNT")).position();
        assertThat(before).isNotNull();
        assertThat(after).isNotNull();
        assertThat(after.cells()).containsAll(before.cells()).contains(Cell.parse("plecto.xlsx!Waivers!D5"));
        assertThat(after.cells()).hasSize(before.cells().size() + 1).isSorted();
        assertThat(after.decidedBy(before.cells())).isEqualTo(before);
    }

    @Test
    void aRowThatWaivesNothingIsNotNamed() {
        assertThat(plectoWith(AS_OF, waiver("t", "SEATS_EXCEEDED"))).isEqualTo(plectoWith(AS_OF));
    }

    @Test
    void theWaiverHoldsFromItsFirstDayToItsLast() {
        WaiverTerms row = waiver(5, "t", "BELOW_PLAN_MINIMUM", "2026-11-20", "2026-11-22");
        assertThat(waived(plectoWith(LocalDate.parse("2026-11-19"), row))).isEmpty();
        assertThat(waived(plectoWith(LocalDate.parse("2026-11-20"), row)))
                .containsExactly("BELOW_PLAN_MINIMUM 2026-11-22");
        assertThat(waived(plectoWith(LocalDate.parse("2026-11-22"), row)))
                .containsExactly("BELOW_PLAN_MINIMUM 2026-11-22");
        assertThat(waived(plectoWith(LocalDate.parse("2026-11-23"), row))).isEmpty();
    }

    @Test
    void ofTwoPeriodsTheOneInForceTells() {
        WaiverTerms old = waiver(5, "t", "BELOW_PLAN_MINIMUM", null, "2026-11-20");
        WaiverTerms renewed = waiver(6, "t", "BELOW_PLAN_MINIMUM", "2026-11-21", "2027-02-28");
        assertThat(plectoWith(AS_OF, old, renewed).findings().get(0).waiver())
                .extracting(Waiver::cell)
                .hasToString("plecto.xlsx!Waivers!D6");
    }

    @Test
    void anotherTenantIsNotWaivedNorOneWhoseIdDiffersInCase() {
        PolicyTerms policy = TestPolicies.plecto().waiving(List.of(waiver("t", "BELOW_PLAN_MINIMUM")));
        DroolsPolicyEngine engine = new DroolsPolicyEngine(List.of(policy));
        List<Assessment> both = engine.assess(
                List.of(small("t").facts(), small("other").facts(), small("T").facts()), AS_OF);
        assertThat(waived(both.get(0))).hasSize(1);
        assertThat(waived(both.get(1))).isEmpty();
        assertThat(waived(both.get(2))).isEmpty();
    }

    @Test
    void theFindingsOfTheAnalystsChecksAreWaivedToo() {
        Checks checks = tenants -> tenants.stream()
                .map(tenant ->
                        new Finding(tenant.facts().id(), "LOOK_AT", Severity.INFO, "Look.", "Checks row 5", null, null))
                .toList();
        PolicyTerms terms = TestPolicies.plecto().waiving(List.of(waiver("t", "LOOK_AT")));
        DroolsPolicyEngine engine = DroolsPolicyEngine.withChecks(List.of(new Policy(terms, checks)));
        assertThat(waived(engine.assess(small("t").facts(), AS_OF))).containsExactly("LOOK_AT 2026-12-31");
    }

    @Test
    void aTenantWithoutAPositionKeepsItsReason() {
        PolicyTerms policy = TestPolicies.plecto().waiving(List.of(waiver("t", "NO_SUBSCRIPTION")));
        Assessment assessment = assess(policy, plecto("t"), AS_OF);
        assertThat(assessment.position()).isNull();
        assertThat(waived(assessment)).containsExactly("NO_SUBSCRIPTION 2026-12-31");
    }

    @Test
    void blockedAccessIsNeverWaivedWhateverElseIs() {
        List<WaiverTerms> all = Arrays.stream(FindingCode.values())
                .map(FindingCode::name)
                .filter(WaiverTerms::mayWaive)
                .map(code -> waiver("t", code))
                .toList();
        assertThat(all).hasSize(FindingCode.values().length - 1);
        TenantBuilder free = activtrak("t").subscribed("Free", null).withHistory(4);
        Assessment assessment = assess(TestPolicies.activtrak().waiving(all), free, AS_OF);
        assertThat(assessment.findings())
                .filteredOn(finding -> !finding.waived())
                .extracting(Finding::code)
                .containsExactly("ACCESS_BLOCKED");
        assertThat(waived(assessment)).contains("ABOVE_PLAN_CAP 2026-12-31");
        assertThatThrownBy(() -> waiver("t", "ACCESS_BLOCKED"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ACCESS_BLOCKED is never waived");
    }

    @Test
    void rowsOverlapWhenTheyShareADayATenantAndACode() {
        WaiverTerms row = waiver(5, "t", "TRUE_UP", "2026-03-01", "2026-03-31");
        assertThat(row.overlaps(waiver(6, "t", "TRUE_UP", "2026-03-31", "2026-04-30")))
                .isTrue();
        assertThat(row.overlaps(waiver(6, "t", "TRUE_UP", "2026-04-01", "2026-04-30")))
                .isFalse();
        assertThat(row.overlaps(waiver(6, "t", "TRUE_UP", null, "2026-03-01"))).isTrue();
        assertThat(row.overlaps(waiver(6, "t", "TRUE_UP", null, "2026-02-28"))).isFalse();
        assertThat(row.overlaps(waiver(6, "u", "TRUE_UP", null, "2026-03-31"))).isFalse();
        assertThat(row.overlaps(waiver(6, "t", "NO_POLICY", null, "2026-03-31")))
                .isFalse();
        assertThatThrownBy(() -> waiver(5, "t", "TRUE_UP", "2026-04-01", "2026-03-31"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonIsRecognisedHoweverTheNameIsTyped() {
        Person ada = new Person("Ada Lind");
        assertThat(ada.sameAs(new Person("ADA\u00a0 lind"))).isTrue();
        assertThat(ada.sameAs(new Person("\uff21da Lind"))).isTrue();
        assertThat(ada.sameAs(new Person("Ada Lindt"))).isFalse();
    }
}
