package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

class UrgentTenantsTest {
    private final UrgentTenants urgent = new UrgentTenants();

    @Test
    void theMostLicencesShortComeFirstThenViolations() {
        urgent.offer(violating("v"), new Spot("Tenants", 5));
        urgent.offer(shortBy("b", 3), new Spot("Tenants", 6));
        urgent.offer(shortBy("a", 3), new Spot("Tenants", 7));
        urgent.offer(shortBy("c", 9), new Spot("Tenants", 8));
        assertThat(ids()).containsExactly("c", "a", "b", "v");
    }

    @Test
    void whoIsNeitherOverNorViolatingIsLeftOut() {
        urgent.offer(shortBy("x", 0), new Spot("Tenants", 5));
        assertThat(urgent.list()).isEmpty();
    }

    @Test
    void onlyTenAreListed() {
        for (int i = 1; i <= 25; i++) {
            urgent.offer(shortBy("t" + i, i), new Spot("Tenants", i + 4));
        }
        assertThat(ids()).containsExactly("t25", "t24", "t23", "t22", "t21", "t20", "t19", "t18", "t17", "t16");
    }

    @Test
    void whoIsWaivedIsNotUrgentUnlessSomethingElseAsksForAction() {
        urgent.offer(over("waived", Status.WARNING).waived().assessed(), new Spot("Tenants", 5));
        urgent.offer(
                over("both", Status.WARNING)
                        .waived()
                        .finding("UNKNOWN_PLAN", Severity.VIOLATION, "Unknown.", "Unknown plan", null)
                        .assessed(),
                new Spot("Tenants", 6));
        urgent.offer(over("blocked", Status.BLOCKED).waived().assessed(), new Spot("Tenants", 7));
        assertThat(ids()).containsExactly("both", "blocked");
        assertThat(urgent.list().get(0).why()).isEqualTo("Unknown.");
    }

    @Test
    void aWaivedHintHidesNothing() {
        MadeUpTenant hinted = MadeUpTenant.plecto("t", "t", null)
                .finding("UNUSED_LICENSES", Severity.INFO, "Unused.", "Unused", null)
                .waived()
                .stands(Status.WARNING, 12, Licences.of(10), null, null);
        urgent.offer(hinted.assessed(), new Spot("Tenants", 5));
        assertThat(ids()).containsExactly("t");
    }

    private static MadeUpTenant over(String id, Status status) {
        return MadeUpTenant.plecto(id, id, null)
                .stands(status, 12, Licences.of(10), null, null)
                .finding("OVER_LICENSED_COUNT", Severity.WARNING, "Add 2.", "Over", null);
    }

    private List<String> ids() {
        return urgent.list().stream().map(each -> each.tenant().id().value()).toList();
    }

    private static Assessment shortBy(String id, int licences) {
        return MadeUpTenant.plecto(id, id, null)
                .stands(Status.WARNING, 10 + licences, Licences.of(10), null, null)
                .assessed();
    }

    private static Assessment violating(String id) {
        return MadeUpTenant.plecto(id, id, null)
                .finding("UNKNOWN_PLAN", Severity.VIOLATION, "Unknown.", "Unknown plan", null)
                .assessed();
    }
}
