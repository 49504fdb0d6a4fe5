package org.trueup.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import org.trueup.rules.fact.TenantId;

class SpringNightsTest {
    private static final NightOrder REQUEST =
            new NightOrder(null, LocalDate.of(2026, 11, 21), Path.of("reports"), null, BigDecimal.ONE);

    @Test
    void theChosenStoreReachesTheBeansAsProperties() {
        StoreChoice store = new StoreChoice(Path.of("my data"), "jdbc:mariadb://x/y?user=z");
        try (Nights nights = SpringNights.open(Beans.class, store, false)) {
            assertThat(nights.run(REQUEST, NightProgress.SILENT).reports())
                    .isEqualTo(Path.of("my data|jdbc:mariadb://x/y?user=z|quiet"));
        }
    }

    @Test
    void withoutADatabaseThePropertyIsAbsentAndVerboseIsAProfile() {
        try (Nights nights = SpringNights.open(Beans.class, new StoreChoice(Path.of("home"), null), true)) {
            assertThat(nights.run(REQUEST, NightProgress.SILENT).reports()).isEqualTo(Path.of("home|none|verbose"));
        }
    }

    @Test
    void closingClosesTheBeans() {
        Beans.closed = false;
        SpringNights.open(Beans.class, new StoreChoice(Path.of("home"), null), false)
                .close();
        assertThat(Beans.closed).isTrue();
    }

    @Test
    void previewsAndPastReportsAreHandedOn() {
        LocalDate day = LocalDate.of(2026, 12, 31);
        Path reports = Path.of("reports");
        try (Nights nights = SpringNights.open(Beans.class, new StoreChoice(Path.of("home"), null), false)) {
            assertThat(nights.preview(day, reports, NightProgress.SILENT).reports())
                    .isEqualTo(reports.resolve("preview"));
            assertThat(nights.report(day, reports, NightProgress.SILENT)).isEqualTo(reports.resolve("2026-12-31"));
            assertThat(nights.reportTenants(day, List.of(), reports)).isEqualTo(reports.resolve("2026-12-31/tenants"));
            assertThat(nights.withdraw(day)).isEqualTo(new Withdrawn(day, 0, 0, List.of()));
        }
    }

    @Test
    void aContextWithoutNightsIsClosedAgain() {
        assertThatThrownBy(() -> SpringNights.open(NoNights.class, new StoreChoice(Path.of("home"), null), false))
                .hasMessageContaining("org.trueup.server.run.Nights");
        assertThat(NoNights.closed).isTrue();
    }

    /** Not annotated, so that nobody finds it who does not name it. */
    static class Beans {
        static boolean closed;

        @Bean
        Nights nights(Environment environment) {
            return new Nights() {
                @Override
                public NightResult run(NightOrder request, NightProgress progress) {
                    Path told = Path.of(environment.getRequiredProperty("trueup.home") + "|"
                            + environment.getProperty("trueup.database", "none") + "|"
                            + (environment.matchesProfiles("verbose") ? "verbose" : "quiet"));
                    return new NightResult(request.asOf(), told, 0, 0, 0, Map.of(), 0, Map.of(), Map.of());
                }

                @Override
                public NightResult preview(LocalDate date, Path reports, NightProgress progress) {
                    return new NightResult(date, reports.resolve("preview"), 0, 0, 0, Map.of(), 0, Map.of(), Map.of());
                }

                @Override
                public Path report(LocalDate asOf, Path reports, NightProgress progress) {
                    return reports.resolve(asOf.toString());
                }

                @Override
                public Path reportTenants(LocalDate asOf, List<TenantId> tenants, Path reports) {
                    return reports.resolve(asOf + "/tenants");
                }

                @Override
                public Withdrawn withdraw(LocalDate asOf) {
                    return new Withdrawn(asOf, 0, 0, List.of());
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }

    static class NoNights {
        static boolean closed;

        @Bean
        AutoCloseable something() {
            return () -> closed = true;
        }
    }
}
