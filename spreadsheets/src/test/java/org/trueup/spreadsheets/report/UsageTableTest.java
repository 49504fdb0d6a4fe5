package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trueup.rules.fact.Month;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Status;

class UsageTableTest {
    private static final Tenant TENANT = MadeUpTenant.plecto("t", "t", null)
            .stands(Status.COMPLIANT, 1, Licences.of(1), null, null)
            .assessed()
            .tenant();

    @Test
    void l2APoolsShareIsOfAllThatWasUsedSinceTheStartAlsoBeyondThePool() {
        Licences pool = Licences.of(10);
        assertThat(shares(
                        MonthUse.fromPool("s", month(1), Metric.MONTHLY_CREDITS, 8, 8, pool),
                        MonthUse.fromPool("s", month(2), Metric.MONTHLY_CREDITS, 4, 12, pool),
                        MonthUse.fromPool("s", month(3), Metric.MONTHLY_CREDITS, 8, 20, pool)))
                .containsExactly(0.8, 1.2, 2.0);
    }

    @Test
    void aMonthsShareIsOfWhatIsLicensed() {
        assertThat(shares(
                        MonthUse.notAddedUp("s", month(1), Metric.PEAK_DAILY_ACTIVE, 5, Licences.of(10)),
                        MonthUse.held("s", month(2), Metric.SEATS_TAKEN, 1, 12, Licences.of(10))))
                .containsExactly(0.5, 1.2);
    }

    @Test
    void withoutALimitOrWithNothingLicensedThereIsNoShare() {
        assertThat(shares(
                        MonthUse.notAddedUp("s", month(1), Metric.PEAK_DAILY_ACTIVE, 5, Licences.UNLIMITED),
                        MonthUse.notAddedUp("s", month(2), Metric.PEAK_DAILY_ACTIVE, 5, Licences.of(0))))
                .containsExactly(null, null);
    }

    private static List<@Nullable Double> shares(MonthUse... months) {
        return UsageTable.rows(TENANT, List.of(months)).stream()
                .<@Nullable Double>map(UsageTable.Row::share)
                .toList();
    }

    private static Month month(int number) {
        return Month.of(LocalDate.of(2026, number, 1));
    }
}
