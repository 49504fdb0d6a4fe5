package org.trueup.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents' examples, counted in the written feed. */
class ExamplesTest {
    @TempDir
    private Path folder;

    private Feed feed(LocalDate asOf) throws IOException {
        DemoFeed.write(folder, DemoFeed.fewestTenants(), asOf);
        return new Feed(folder);
    }

    @Test
    void eightTodayFourteenYesterdayAndTenLastWeek() throws IOException {
        LocalDate asOf = LocalDate.of(2026, 11, 21);
        Map<LocalDate, Integer> active = activePerDay(feed(asOf), "plecto-example-8-14-10", asOf);
        assertThat(active)
                .containsExactly(
                        Map.entry(LocalDate.of(2026, 11, 14), 10),
                        Map.entry(LocalDate.of(2026, 11, 20), 14),
                        Map.entry(LocalDate.of(2026, 11, 21), 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-01", "2026-12-02", "2028-02-29", "2027-01-31"})
    void plectosExamplesHoldOnAnyDate(LocalDate asOf) throws IOException {
        Feed feed = feed(asOf);
        assertThat(peak(feed, "plecto-example-8-14-10", asOf)).isEqualTo(14);
        assertThat(peak(feed, "plecto-example-30-every-day", asOf)).isEqualTo(30);
        assertThat(peak(feed, "plecto-example-40-agents", asOf)).isEqualTo(25);
        assertThat(peak(feed, "plecto-example-100-and-5-admins", asOf)).isEqualTo(100);
        assertThat(peak(feed, "plecto-example-google-ads", asOf)).isEqualTo(7);
        assertThat(feed.rows("accounts", "plecto-example-40-agents")).hasSize(40);
        assertThat(feed.rows("accounts", "plecto-example-100-and-5-admins")).hasSize(105);
    }

    @Test
    void aGoogleAdsSystemAccountStandsAmongPeople() throws IOException {
        List<Map<String, String>> accounts =
                feed(LocalDate.of(2026, 11, 21)).rows("accounts", "plecto-example-google-ads");
        assertThat(accounts.get(6)).containsEntry("name", "Google Ads").containsEntry("kind", "system");
    }

    @Test
    void penserosSeats() throws IOException {
        Feed feed = feed(LocalDate.of(2026, 11, 21));
        assertThat(feed.rows("accounts", "pensero-example-97-of-100")).hasSize(97);
        assertThat(licences(feed, "pensero-example-97-of-100")).isEqualTo("100");
        assertThat(feed.rows("accounts", "pensero-example-seat-limit")).hasSize(20);
        assertThat(licences(feed, "pensero-example-seat-limit")).isEqualTo("20");
        assertThat(feed.rows("accounts", "pensero-example-starter-fifth-seat")).hasSize(5);
        assertThat(licences(feed, "pensero-example-starter-fifth-seat")).isNull();
        assertThat(feed.rows("accounts", "pensero-example-seats-released").get(10))
                .containsEntry("removed_on", "2026-11-21");
        assertThat(feed.rows("accounts", "pensero-example-seats-released").get(11))
                .containsEntry("deactivated_on", "2026-11-21");
    }

    @Test
    void activTraksIdentities() throws IOException {
        Feed feed = feed(LocalDate.of(2026, 11, 21));
        assertThat(identities(feed, "activtrak-example-211-of-242")).isEqualTo(211);
        assertThat(identities(feed, "activtrak-example-89-licences-340-users")).isEqualTo(340);
        assertThat(identities(feed, "activtrak-example-guest-standalone")).isEqualTo(6);
        assertThat(identities(feed, "activtrak-example-guest-domain")).isEqualTo(5);
        assertThat(feed.rows("accounts", "activtrak-example-guest-domain")).hasSize(6);
        assertThat(identities(feed, "activtrak-example-three-devices-one-login"))
                .isEqualTo(1);
        assertThat(identities(feed, "activtrak-example-five-logins-one-device")).isEqualTo(5);
        assertThat(feed.rows("grace_state", "activtrak-example-blocked-on-day-31")
                        .get(0))
                .containsEntry("over_since", "2026-10-22");
    }

    @Test
    void activTraksTerms() throws IOException {
        Feed feed = feed(LocalDate.of(2026, 11, 21));
        assertThat(feed.rows("tenants", "activtrak-example-trial-ended").get(0))
                .containsEntry("signed_up_on", "2026-11-07");
        assertThat(feed.rows("subscriptions", "activtrak-example-trial-ended")).isEmpty();
        assertThat(feed.rows("tenants", "activtrak-example-nonprofit-over-by-three")
                        .get(0))
                .containsEntry("nonprofit", "true");
        assertThat(feed.rows("grace_state", "activtrak-example-nonprofit-over-by-three")
                        .get(0))
                .containsEntry("over_since", "2026-11-19");
        assertThat(feed.rows("accounts", "activtrak-example-merged-in-a-chain").get(6))
                .containsEntry("merged_into", "u0006");
        assertThat(feed.rows("add_ons", "activtrak-example-free-with-add-on-and-support")
                        .get(0))
                .containsEntry("add_on", "Screen Details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11-01", "2028-02-29", "2028-06-29"})
    void learningsPlansOfSeveralYearsMeetOnAnyDate(LocalDate asOf) throws IOException {
        Feed feed = feed(asOf);
        List<Map<String, String>> years = feed.rows("subscriptions", "learning-example-three-years");
        assertThat(years).extracting(year -> year.get("plan")).containsExactly("MAUC", "MAUC", "Seats", "MAU");
        for (int i = 1; i < years.size(); i++) {
            assertThat(LocalDate.parse(years.get(i - 1).get("ends_on")))
                    .isBefore(LocalDate.parse(years.get(i).get("starts_on")));
        }
        assertThat(years).extracting(year -> year.get("term")).containsExactly("pilot", "paid", "paid", "paid");
    }

    @Test
    void theLateLoginOfTheLeapDayIsWrittenAsTheDocumentSaysIt() throws IOException {
        Feed feed = feed(LocalDate.of(2028, 3, 14));
        assertThat(feed.rows("activity", "learning-example-leap-day"))
                .containsExactly(Map.of(
                        "tenant_id", "learning-example-leap-day",
                        "account_id", "u0001",
                        "at", "2028-02-29T23:30:00-08:00",
                        "kind", "login"));
        assertThat(feed.rows("subscriptions", "learning-example-leap-day").get(0))
                .containsEntry("starts_on", "2028-03-01")
                .containsEntry("ends_on", "2029-02-28");
    }

    @Test
    void theLeapDayIsTheLastOneBeforeTheAsOfDate() {
        assertThat(LearningExamples.firstOfMarchAfterLeapDay(LocalDate.of(2028, 3, 1)))
                .isEqualTo(LocalDate.of(2028, 3, 1));
        assertThat(LearningExamples.firstOfMarchAfterLeapDay(LocalDate.of(2028, 2, 29)))
                .isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(LearningExamples.firstOfMarchAfterLeapDay(LocalDate.of(2026, 11, 21)))
                .isEqualTo(LocalDate.of(2024, 3, 1));
    }

    private static String licences(Feed feed, String tenant) throws IOException {
        return feed.rows("subscriptions", tenant).get(0).get("licenses");
    }

    private static int peak(Feed feed, String tenant, LocalDate asOf) throws IOException {
        return activePerDay(feed, tenant, asOf).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Accounts with a registration, by day of the as-of month. */
    private static Map<LocalDate, Integer> activePerDay(Feed feed, String tenant, LocalDate asOf) throws IOException {
        Map<LocalDate, Set<String>> accounts = new TreeMap<>();
        for (Map<String, String> row : feed.rows("activity", tenant)) {
            boolean bad = "yesterday".equals(row.get("at")) || "u9999".equals(row.get("account_id"));
            if (!bad && "registration".equals(row.get("kind"))) {
                LocalDate day = utcDay(row.get("at"));
                if (day.withDayOfMonth(1).equals(asOf.withDayOfMonth(1))) {
                    accounts.computeIfAbsent(day, d -> new HashSet<>()).add(row.get("account_id"));
                }
            }
        }
        Map<LocalDate, Integer> counts = new TreeMap<>();
        accounts.forEach((day, active) -> counts.put(day, active.size()));
        return counts;
    }

    private static LocalDate utcDay(String at) {
        return at.length() == 10
                ? LocalDate.parse(at)
                : OffsetDateTime.parse(at).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    private static int identities(Feed feed, String tenant) throws IOException {
        Set<String> identities = new HashSet<>();
        for (Map<String, String> row : feed.rows("accounts", tenant)) {
            String where = row.containsKey("logon_domain") ? "@" + row.get("logon_domain") : row.get("device");
            identities.add(row.get("username") + " " + where);
            assertThat(row).containsEntry("has_history", "true");
        }
        return identities.size();
    }
}
