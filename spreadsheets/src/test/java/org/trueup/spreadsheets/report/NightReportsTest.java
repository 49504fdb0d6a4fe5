package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightReportsTest {
    @TempDir
    Path reports;

    private Path night;

    @BeforeEach
    void writeTheNight() {
        night = new NightReports(1_048_576, 2, () -> 0)
                .write(VariedTenants.night(), reports, Map.of("feed", 1.23456), ReportProgress.SILENT);
    }

    @Test
    void theNightsFolderHoldsItsFilesAndNothingElse() throws IOException {
        assertThat(night).isEqualTo(reports.resolve("2026-11-30"));
        try (Stream<Path> all = Files.walk(reports).filter(Files::isRegularFile)) {
            assertThat(all.map(file -> reports.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "2026-11-30/account-managers/Anna Berg.xlsx",
                            "2026-11-30/account-managers/Unassigned.xlsx",
                            "2026-11-30/account-managers/_CON.xlsx",
                            "2026-11-30/account-managers/_Con (2).xlsx",
                            "2026-11-30/account-managers/__x.xlsx",
                            "2026-11-30/account-managers/anna berg (2).xlsx",
                            "2026-11-30/activtrak.xlsx",
                            "2026-11-30/findings.csv",
                            "2026-11-30/learning.xlsx",
                            "2026-11-30/months.csv",
                            "2026-11-30/pensero.xlsx",
                            "2026-11-30/plecto.xlsx",
                            "2026-11-30/positions.csv",
                            "2026-11-30/summary.json",
                            "2026-11-30/users.csv");
        }
        try (Stream<Path> beside = Files.list(reports)) {
            assertThat(beside).containsExactly(night);
        }
    }

    @Test
    void positionsAreOneLineForEachTenantThatHasOne() throws IOException {
        assertThat(text("positions.csv")).isEqualTo("""
                        tenant_id,tenant_name,account_manager,vendor,subscription_id,plan,metric,used,licensed,required,\
                        short,status,over_since,grace_day,grace_days,grace_ends_on,monthly_amount,true_up_amount,\
                        currency,peak_day,usage_line,cells,policy_version,way_back
                        #t2,木村商店 🙂,anna berg,plecto,s-#t2,Large,peak-daily-active,25,25,25,0,AT_LIMIT,,,,,250.00,\
                        0.00,USD,2026-11-12,25/25,plecto.xlsx!Over the limit!F6 plecto.xlsx!Plans!B7,3,
                        T1,"'=HYPERLINK(""http://evil"")",../x,plecto,s-T1,Large,peak-daily-active,30,25,30,5,WARNING,\
                        2026-10-31,,,,250.00,50.00,USD,2026-11-12,30/25,\
                        plecto.xlsx!Over the limit!F6 plecto.xlsx!Plans!B7,3,
                        b1,Blocked Ltd,CON,activtrak,s-b1,Large,added-users,340,89,340,251,BLOCKED,2026-10-31,31,30,\
                        2026-11-29,890.00,1254.99,USD,,340/89,\
                        activtrak.xlsx!Over the limit!F6 activtrak.xlsx!Plans!B7,1,'=buy 251 more
                        p1,Endless,,pensero,s-p1,Large,added-users,1234,,1234,0,COMPLIANT,,,,,,0.00,USD,,\
                        1234/unlimited,pensero.xlsx!Over the limit!F6 pensero.xlsx!Plans!B7,1,
                        p2,"Priceless
                        Two lines",Anna Berg,pensero,s-p2,Large,added-users,6,5,6,1,WARNING,2026-10-31,,,,,,USD,,6/5,\
                        pensero.xlsx!Over the limit!F6 pensero.xlsx!Plans!B7,1,
                        t1,"Møller & Søn ""Agentur"", Århus",Anna Berg,plecto,s-t1,Large,peak-daily-active,14,20,14,0,\
                        COMPLIANT,,,,,142.50,0.00,USD,2026-11-12,14/20,\
                        plecto.xlsx!Over the limit!F6 plecto.xlsx!Plans!B7,3,
                        """);
    }

    @Test
    void findingsNameRuleAndCell() throws IOException {
        assertThat(text("findings.csv")).isEqualTo("""
                        tenant_id,vendor,code,severity,message,rule,cell,waived_until,way_back
                        T1,plecto,OVER_LICENSED_COUNT,WARNING,30 used and 25 licensed: add 5 licences.,\
                        Used above licensed,plecto.xlsx!Over the limit!F6,,
                        b1,activtrak,ACCESS_BLOCKED,VIOLATION,Access is blocked.,Access blocked,\
                        activtrak.xlsx!Plans!D7,,
                        b1,activtrak,TRUE_UP,WARNING,'+251 licences are needed.,True up,,,
                        l1,learning,NO_POLICY,WARNING,"The vendor ""learning"" has no policy.",No policy,,,
                        p2,pensero,SEAT_LIMIT_REACHED,WARNING,You've reached your seat limit,Seat limit reached,\
                        pensero.xlsx!Over the limit!F6,,
                        t0,plecto,NO_SUBSCRIPTION,WARNING,No subscription is in force.,No subscription in force,,,
                        t1,plecto,UNUSED_LICENSES,INFO,"20 licences bought, 14 required: 6 are not used this month.",\
                        More licences than required,plecto.xlsx!Settings!C4,,
                        t3,plecto,UNKNOWN_PLAN,VIOLATION,"The plan ""Lrage"" is unknown; there are Enterprise, Large, \
                        Medium.",Unknown plan,,,
                        """);
    }

    @Test
    void monthsLeaveRemainingAndOverageEmptyWhereLicencesAreUnlimited() throws IOException {
        assertThat(text("months.csv")).isEqualTo("""
                        tenant_id,subscription_id,month,metric,consumed,cumulative,remaining,overage
                        p1,s-p1,2026-11,peak-daily-active,1234,,,
                        t1,s-t1,2026-10,peak-daily-active,7,,13,0
                        t1,s-t1,2026-11,peak-daily-active,14,,6,0
                        """);
    }

    @Test
    void usersAreToldWithWhatTheyCounted() throws IOException {
        assertThat(text("users.csv")).isEqualTo("""
                        tenant_id,subscription_id,account_id,counted,reason,first_active_on,months_active,deactivations
                        T1,s-T1,a1,30,'-1 is no reason,2026-11-01,1,
                        t1,s-t1,a1,1,active on the peak day,2026-10-03,2,
                        t1,s-t1,a2,2,exemption account: counts as 2,2026-11-12,1,
                        t1,s-t1,a3,0,tracked this month,,0,"deactivated 2026-03-02, reactivated (known since \
                        2026-04-01), deactivated 2026-11-20 (known since 2026-11-21), deactivation moved to \
                        2026-11-19 (known since 2026-11-22)"
                        """);
    }

    @Test
    void theSummaryCountsTheNight() throws IOException {
        String expected = resource("summary.json");
        assertThat(text("summary.json")).isEqualTo(expected);
    }

    @Test
    void aNightWithoutAFeedSaysSo() throws IOException {
        MadeUpNight fed = VariedTenants.night();
        MadeUpNight unfed = new MadeUpNight(fed.asOf(), fed.all(), fed.policyVersions(), Optional.empty(), List.of());
        new NightReports().write(unfed, reports, Map.of(), ReportProgress.SILENT);
        assertThat(text("summary.json")).contains("\"feed\": null,");
    }

    private String text(String file) throws IOException {
        return new String(Files.readAllBytes(night.resolve(file)), StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(NightReportsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
