package org.trueup.rules.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

class ConcernTest {
    private static final Tenant ACME =
            new Tenant(new TenantId("acme"), "Acme", new Vendor("plecto"), null, null, null, false, null);

    @Test
    void whatIsInformationOrWaivedConcernsNobody() {
        Finding told = finding("UNUSED_LICENSES", Severity.INFO);
        Finding waived = finding("TRUE_UP", Severity.WARNING)
                .waivedBy(new Waiver(
                        LocalDate.parse("2026-12-31"),
                        "Ada Lind",
                        "Bo Ek",
                        "agreed",
                        Cell.parse("plecto.xlsx!Waivers!A5")));
        Concern concern = concernOf(told, waived);
        assertThat(concern).isEqualTo(concern(null, 0));
        assertThat(concern.any()).isFalse();
    }

    @Test
    void aWarningConcernsSomebodyAndIsNewOnce() {
        Concern concern =
                concernOf(finding("NO_SUBSCRIPTION", Severity.WARNING), finding("NO_SUBSCRIPTION", Severity.WARNING));
        assertThat(concern).isEqualTo(concern(null, 0, "NO_SUBSCRIPTION"));
        assertThat(concern.since(null)).isEqualTo(Movement.NEW);
        assertThat(concern.since(concern(Status.COMPLIANT, 0))).isEqualTo(Movement.NEW);
        assertThat(concern.since(concern)).isEqualTo(Movement.UNCHANGED);
    }

    @Test
    void theDaysOfAGracePeriodAreOneMatter() {
        Concern first = concernOf(finding("GRACE_STARTED", Severity.WARNING));
        Concern second = concernOf(finding("GRACE_RUNNING", Severity.WARNING));
        assertThat(second.since(first)).isEqualTo(Movement.UNCHANGED);
    }

    @Test
    void aHigherStatusIsWorseHoweverFewLicencesAreShort() {
        Concern before = concern(Status.WARNING, 9, "TRUE_UP");
        assertThat(concern(Status.BLOCKED, 1, "TRUE_UP").since(before)).isEqualTo(Movement.WORSENED);
        assertThat(before.since(concern(Status.GRACE, 1, "TRUE_UP"))).isEqualTo(Movement.IMPROVED);
    }

    @Test
    void withTheSameStatusTheLicencesShortDecide() {
        Concern before = concern(Status.GRACE, 3, "TRUE_UP");
        assertThat(concern(Status.GRACE, 4).since(before)).isEqualTo(Movement.WORSENED);
        assertThat(concern(Status.GRACE, 2, "TRUE_UP", "ACCESS_BLOCKED").since(before))
                .isEqualTo(Movement.IMPROVED);
        assertThat(concern(Status.GRACE, 3, "TRUE_UP").since(before)).isEqualTo(Movement.UNCHANGED);
    }

    @Test
    void thenTheFindingsDecideAndAFurtherOneWeighsMoreThanOneLess() {
        Concern before = concern(Status.COMPLIANT, 0, "ABOVE_PLAN_CAP", "BELOW_PLAN_MINIMUM");
        assertThat(concern(Status.AT_LIMIT, 0, "ABOVE_PLAN_CAP").since(before)).isEqualTo(Movement.IMPROVED);
        assertThat(concern(Status.AT_LIMIT, 0, "ABOVE_PLAN_CAP", "TRUE_UP").since(before))
                .isEqualTo(Movement.WORSENED);
        assertThat(concern(Status.COMPLIANT, 0).since(before)).isEqualTo(Movement.CURED);
    }

    @Test
    void nothingOnEitherNightIsNoMovement() {
        assertThat(concern(Status.AT_LIMIT, 0).since(null)).isEqualTo(Movement.NONE);
        assertThat(concern(Status.COMPLIANT, 0).since(concern(Status.AT_LIMIT, 0)))
                .isEqualTo(Movement.NONE);
    }

    @Test
    void licencesShortAreNeverFewerThanNone() {
        assertThatThrownBy(() -> concern(Status.WARNING, -1)).hasMessage("short by -1");
    }

    private static Concern concernOf(Finding... findings) {
        return Concern.of(new Assessment(ACME, null, List.of(findings), List.of(), List.of()));
    }

    private static Concern concern(@Nullable Status status, int shortBy, String... codes) {
        return new Concern(status, shortBy, new TreeSet<>(Set.of(codes)));
    }

    private static Finding finding(String code, Severity severity) {
        return new Finding(ACME.id(), code, severity, "Something.", "A rule", null, null);
    }
}
