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
