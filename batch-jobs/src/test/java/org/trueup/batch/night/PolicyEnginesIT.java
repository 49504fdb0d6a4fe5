package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.batch.store.Publication;
import org.trueup.batch.store.TestStore;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.policy.PolicyEngine;
import org.trueup.spreadsheets.policybook.PolicyBook;

class PolicyEnginesIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final Vendor ACME = new Vendor("acme");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 21);

    @AfterAll
    static void close() {
        TEST.close();
    }

    @Test
    void aVersionThatIsPublishedWhileANightRunsCountsFromTheNextNightOn() {
        PolicyVersions versions = new PolicyVersions(TEST.store().dataSource());
        PolicyEngines engines = new PolicyEngines(versions);
        publish(versions);
        engines.begin(NIGHT);
        PolicyEngine before = engines.inForceOn(NIGHT);

        publish(versions);

        assertThat(engines.inForceOn(NIGHT)).isSameAs(before);
        assertThat(engines.versionsOn(NIGHT)).containsEntry(ACME, 1);
        assertThat(engines.versionsOn(NIGHT.plusDays(1))).containsEntry(ACME, 2);
        engines.begin(NIGHT);
        assertThat(engines.inForceOn(NIGHT)).isNotSameAs(before);
        assertThat(engines.versionsOn(NIGHT)).containsEntry(ACME, 2);
    }

    private static void publish(PolicyVersions versions) {
        versions.publish(new Publication(ACME, NIGHT.minusDays(20), "Ann", "Ben", ""), PolicyBook.template());
    }
}
