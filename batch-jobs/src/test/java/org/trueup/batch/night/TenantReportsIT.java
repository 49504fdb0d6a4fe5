package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.TenantId;

/** The two reports of a tenant (L7), made from a stored night. */
class TenantReportsIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-21");

    @TempDir
    Path folder;

    @BeforeEach
    void aNight() {
        CONTEXT.clear();
        feed("");
        CONTEXT.night("2026-11-21", folder);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    /** Two users take a seat; one of them is deactivated from a day on. */
    private void feed(String deactivatedOn) {
        CONTEXT.feed(
                folder.resolve("feed"),
                Map.of(
                        "tenants.csv",
                        List.of("tenant_id,name,vendor", "school,The School,learning", "other,Other,learning"),
                        "subscriptions.csv",
                        List.of(
                                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on",
                                "school,s0,MAUC,5,2025-10-01,2026-09-30",
                                "school,s1,Seats,5,2026-10-01,2027-09-30"),
                        "accounts.csv",
                        List.of(
                                "tenant_id,account_id,name,deactivated_on",
                                "school,u1,Ida,",
                                "school,u2,Uma," + deactivatedOn,
                                "school,u3,Bo,"),
                        "activity.csv",
                        List.of(
                                "tenant_id,account_id,at,kind",
                                "school,u1,2026-08-03,login",
                                "school,u1,2026-10-05,login",
                                "school,u2,2026-11-02,login")));
    }

    private Path write(String... tenants) {
        return CONTEXT.bean(PastReports.class)
                .writeTenants(NIGHT, Stream.of(tenants).map(TenantId::new).toList(), folder);
    }

    @Test
    void consumptionAndUsersOfATenantAreWrittenAndSeatsSaidToBeHeldOrFreed() throws IOException {
        byte[] positions = Files.readAllBytes(folder.resolve("2026-11-21/positions.csv"));
        feed("2026-11-10");
        CONTEXT.night("2026-11-22", folder);
        Path tenants = write("school");
        Path later = CONTEXT.bean(PastReports.class)
                .writeTenants(NIGHT.plusDays(1), List.of(new TenantId("school")), folder);

        assertThat(Files.readAllLines(tenants.resolve("school-consumption.csv")))
                .contains(
                        "school,s0,2026-08,monthly-credits,1,1,4,0",
                        "school,s1,2026-10,seats-taken,1,1,4,0",
                        "school,s1,2026-11,seats-taken,1,2,3,0");
        assertThat(Files.readAllLines(tenants.resolve("school-users.csv")))
                .anyMatch(line -> line.startsWith("school,s1,u1,Ida,2026-10-05,1,held,1,"))
                .anyMatch(line -> line.startsWith("school,s1,u2,Uma,2026-11-02,1,held,1,"))
                .anyMatch(line -> line.startsWith("school,s1,u3,Bo,,0,,0,"));
        assertThat(Files.readAllLines(later.resolve("school-users.csv")))
                .anyMatch(line -> line.startsWith("school,s1,u2,Uma,2026-11-02,1,freed,0,"));
        assertThat(tenants.resolve("school.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("2026-11-21/positions.csv")).hasBinaryContent(positions);
    }

    @Test
    void aTenantThatTheNightDoesNotKnowIsToldInASentenceAndNothingIsWritten() {
        assertThatThrownBy(() -> write("school", "nobody"))
                .isInstanceOf(NightException.class)
                .hasMessage(
                        "The night of 2026-11-21 knows no tenant nobody; its positions.csv and findings.csv hold the ids"
                                + " that it knows.");
        assertThat(folder.resolve("2026-11-21/tenants")).doesNotExist();
    }

    @Test
    void aTenantThatCameAfterTheNightIsNotKnownToIt() {
        CONTEXT.feed(
                folder.resolve("later"),
                Map.of(
                        "tenants.csv",
                        List.of("tenant_id,name,vendor", "late,Late,learning"),
                        "subscriptions.csv",
                        List.of("tenant_id,subscription_id,plan,licenses,starts_on,ends_on")));
        assertThatThrownBy(() -> write("late")).hasMessageContaining("knows no tenant late");
    }
}
