package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.trueup.batch.night.NightRuns.Counts;

class ReconciliationTest {

    @Test
    void aNightAddsUpWhenEveryTenantWasReadAndDecidedOrHasAReason() {
        assertThatCode(() -> Reconciliation.check(10, new Counts(10, 7, 3, 0))).doesNotThrowAnyException();
    }

    @Test
    void aNightThatDoesNotAddUpFails() {
        assertThatThrownBy(() -> Reconciliation.check(10, new Counts(10, 7, 2, 0)))
                .isInstanceOf(NightException.class)
                .hasMessage("The night does not add up and changes nothing: the store holds 10 tenants, 10 were read,"
                        + " 7 decided and 2 not decided, 0 of them without a reason; run it again.");
        assertThatThrownBy(() -> Reconciliation.check(11, new Counts(10, 7, 3, 0)))
                .hasMessageContaining("the store holds 11 tenants, 10 were read");
        assertThatThrownBy(() -> Reconciliation.check(10, new Counts(10, 7, 3, 1)))
                .hasMessageContaining("1 of them without a reason");
    }
}
