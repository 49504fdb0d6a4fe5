package org.trueup.rules.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TestPolicies;
import org.trueup.rules.policy.DroolsPolicyEngine;

class DeciderTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final DroolsPolicyEngine ENGINE =
            DroolsPolicyEngine.withoutWayBacks(List.of(TestPolicies.activtrak(), TestPolicies.plecto()));

    private static Decider of(TenantBuilder tenant) {
        return Decider.of(ENGINE.assess(tenant.facts(), AS_OF));
    }

    @Test
    void theGravestFindingOfTheLimitDecides() {
        assertThat(of(TenantBuilder.activtrak("t").subscribed("Essentials", 5).withHistory(6))
                        .rule())
                .isEqualTo("The grace period starts");
        assertThat(of(TenantBuilder.activtrak("t")
                                .subscribed("Essentials", 5)
                                .withHistory(6)
                                .feedSaysOverSince("2026-01-01"))
                        .rule())
                .isEqualTo("Access is blocked after the grace period");
    }

    @Test
    void whereNothingIsFoundTheRowOfTheLimitDecides() throws IOException {
        Decider decider = of(TenantBuilder.plecto("t").subscribed("Large", 10).active(3, "2026-11-03"));
        assertThat(decider.rule()).isEqualTo(Decider.STATUS_RULE);
        assertThat(decider.cell()).isNotNull();
        assertThat(decider.cell().sheet()).isEqualTo("Over the limit");
        try (InputStream drl = DroolsPolicyEngine.class.getResourceAsStream("standing.drl")) {
            assertThat(new String(drl.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("rule \"" + Decider.STATUS_RULE + "\"");
        }
    }

    @Test
    void withoutAPositionTheFindingThatSaysWhyDecides() {
        assertThat(of(TenantBuilder.plecto("t")).rule()).contains("subscription");
    }
}
