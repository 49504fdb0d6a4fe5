package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of months.csv and users.csv for each metric, from feeds whose answers were worked out by hand (L4, L6, L7). */
class MonthsAndUsersIT {
    private static final NightContext CONTEXT = new NightContext();
    private static final String NIGHT = "2026-11-21";
    private static final String LEAP_DAY = "2028-02-29";

    @TempDir
    static Path folder;

    @BeforeAll
    static void twoNights() {
        NightFeed feed = new NightFeed();
        peak(feed);
        added(feed);
        identities(feed);
        seats(feed);
        credits(feed);
        monthlyUsers(feed);
        pilot(feed);
        feed.load(CONTEXT, folder.resolve("feed"));
        CONTEXT.night(NIGHT, folder);
        CONTEXT.night(LEAP_DAY, folder);
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    private static List<String> months(String asOf, String tenant) throws IOException {
        return new NightFiles(folder)
                .lines(
                        asOf,
                        "months.csv",
                        tenant,
                        "subscription_id",
                        "month",
                        "consumed",
                        "cumulative",
                        "remaining",
                        "overage");
    }

    private static List<String> users(String asOf, String tenant) throws IOException {
        return new NightFiles(folder)
                .lines(
                        asOf,
                        "users.csv",
                        tenant,
                        "subscription_id",
                        "account_id",
                        "counted",
                        "first_active_on",
                        "months_active");
    }

    private static String use(String asOf, String tenant) throws IOException {
        return new NightFiles(folder).line(asOf, "positions.csv", tenant, "metric", "used", "licensed", "short");
    }

    /** One row for each of these months, all alike. */
    private static Stream<String> alike(String subscription, int year, int first, int last, String rest) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(month -> "%s|%d-%02d|%s".formatted(subscription, year, month, rest));
    }

    private static void accounts(NightFeed feed, String tenant, String... ids) {
        for (String id : ids) {
            feed.account(tenant, id, Map.of());
        }
    }

    private static void peak(NightFeed feed) {
        feed.tenant("peak", "plecto").subscription("peak", "s1", "Medium", "2", "2026-10-15", "2027-10-14");
        accounts(feed, "peak", "a1", "a2", "a3", "a4");
        feed.registration("peak", "a1", "2026-10-31").registration("peak", "a2", "2026-10-31T22:00:00Z");
        // an hour and a half into November
        feed.registration("peak", "a3", "2026-10-31T23:30:00-02:00");
        for (String account : List.of("a1", "a2", "a3")) {
            feed.registration("peak", account, "2026-11-20T10:00:00+01:00");
        }
        feed.registration("peak", "a4", "2026-11-19");
    }

    @Test
    void peakDailyActive() throws IOException {
        assertThat(use(NIGHT, "peak")).isEqualTo("peak-daily-active|3|2|1");
        assertThat(months(NIGHT, "peak")).containsExactly("s1|2026-10|2||0|0", "s1|2026-11|3||0|1");
        assertThat(users(NIGHT, "peak"))
                .containsExactly(
                        "s1|a1|1|2026-10-31|2", "s1|a2|1|2026-10-31|2", "s1|a3|1|2026-11-01|1", "s1|a4|0|2026-11-19|1");
    }

    private static void added(NightFeed feed) {
        feed.tenant("added", "pensero").subscription("added", "s1", "Growth", "5", "2026-11-15", "2027-11-14");
        feed.account("added", "b1", Map.of("added_on", "2026-01-01"));
        feed.account("added", "b2", Map.of("added_on", NIGHT));
        feed.account("added", "b3", Map.of("added_on", "2026-11-22"));
        feed.account("added", "b4", Map.of("removed_on", NIGHT));
        feed.account("added", "b5", Map.of("deactivated_on", "2026-11-22"));
    }

    @Test
    void addedUsers() throws IOException {
        assertThat(use(NIGHT, "added")).isEqualTo("added-users|3|5|0");
        assertThat(months(NIGHT, "added")).containsExactly("s1|2026-11|3||2|0");
        assertThat(users(NIGHT, "added"))
                .containsExactly("s1|b1|1||0", "s1|b2|1||0", "s1|b3|0||0", "s1|b4|0||0", "s1|b5|1||0");
    }

    private static void identities(NightFeed feed) {
        feed.tenant("identities", "activtrak")
                .subscription("identities", "s1", "Essentials", "5", "2026-11-05", "2027-11-04");
        Map<String, String> bob = Map.of("username", "bob", "logon_domain", "hq", "has_history", "true");
        feed.account("identities", "c1", bob).account("identities", "c2", bob);
        feed.account("identities", "c3", Map.of()).registration("identities", "c3", "2026-11-20");
        feed.account("identities", "c4", Map.of());
        feed.account("identities", "c5", Map.of("has_history", "true", "group", "delete"));
        feed.account("identities", "c6", Map.of("has_history", "true", "merged_into", "c7"));
        feed.account("identities", "c7", Map.of());
    }

    @Test
    void identitiesWithHistory() throws IOException {
        assertThat(use(NIGHT, "identities")).isEqualTo("identities-with-history|3|5|0");
        assertThat(months(NIGHT, "identities")).containsExactly("s1|2026-11|3||2|0");
        assertThat(users(NIGHT, "identities"))
                .containsExactly(
                        "s1|c1|1||0",
                        "s1|c2|0||0",
                        "s1|c3|1|2026-11-20|1",
                        "s1|c4|0||0",
                        "s1|c5|0||0",
                        "s1|c6|1||0",
                        "s1|c7|0||0");
    }

    private static void seats(NightFeed feed) {
        feed.tenant("seats", "learning").subscription("seats", "s1", "Seats", "3", "2026-02-15", "2027-02-14");
        accounts(feed, "seats", "d1", "d2", "d3", "d4", "d5");
        feed.account("seats", "d6", Map.of("deactivated_on", "2026-06-01"));
        feed.login("seats", "d1", "2026-02-14T23:59:59Z"); // a second before the plan
        feed.login("seats", "d1", "2026-03-01T00:30:00+02:00"); // February 28, 22:30
        feed.login("seats", "d2", "2026-02-28T23:30:00-08:00"); // March 1, 07:30
        feed.login("seats", "d3", "2026-11-21T23:59:59Z");
        feed.login("seats", "d4", "2026-11-22T00:30:00+01:00"); // the as-of day, 23:30
        feed.login("seats", "d5", "2026-11-21T23:30:00-01:00"); // the day after, 00:30
        feed.login("seats", "d6", "2026-05-05");
    }

    @Test
    void seatsTaken() throws IOException {
        assertThat(use(NIGHT, "seats")).isEqualTo("seats-taken|4|3|1");
        List<String> expected = new ArrayList<>(List.of("s1|2026-02|1|1|2|0", "s1|2026-03|1|2|1|0"));
        alike("s1", 2026, 4, 10, "0|2|1|0").forEach(expected::add);
        expected.add("s1|2026-11|2|4|0|1");
        assertThat(months(NIGHT, "seats")).containsExactlyElementsOf(expected);
        assertThat(users(NIGHT, "seats"))
                .containsExactly(
                        "s1|d1|1|2026-02-28|1",
                        "s1|d2|1|2026-03-01|1",
                        "s1|d3|1|2026-11-21|1",
                        "s1|d4|1|2026-11-21|1",
                        "s1|d5|0||0",
                        "s1|d6|0|2026-05-05|1");
    }

    /** Two plan years, each with its own pool; February 2026 belongs to both. */
    private static void credits(NightFeed feed) {
        feed.tenant("credits", "learning")
                .subscription("credits", "s1", "MAUC", "2", "2025-02-15", "2026-02-14")
                .subscription("credits", "s2", "MAUC", "5", "2026-02-15", "2027-02-14");
        accounts(feed, "credits", "e1", "e3");
        feed.account("credits", "e2", Map.of("deactivated_on", NIGHT));
        for (String at :
                List.of("2025-02-15T00:00:00Z", "2025-03-10", "2026-02-14T12:00:00Z", "2026-02-15", "2026-11-01")) {
            feed.login("credits", "e1", at);
        }
        for (String at : List.of("2026-03-03", "2026-03-30", "2026-10-10", "2026-11-20")) {
            feed.login("credits", "e2", at);
        }
        feed.login("credits", "e3", "2026-11-30");
    }

    @Test
    void monthlyCredits() throws IOException {
        assertThat(use(NIGHT, "credits")).isEqualTo("monthly-credits|5|5|0");
        List<String> expected = new ArrayList<>(List.of("s1|2025-02|1|1|1|0", "s1|2025-03|1|2|0|0"));
        alike("s1", 2025, 4, 12, "0|2|0|0").forEach(expected::add);
        expected.addAll(List.of("s1|2026-01|0|2|0|0", "s1|2026-02|1|3|0|1"));
        expected.addAll(List.of("s2|2026-02|1|1|4|0", "s2|2026-03|1|2|3|0"));
        alike("s2", 2026, 4, 9, "0|2|3|0").forEach(expected::add);
        expected.addAll(List.of("s2|2026-10|1|3|2|0", "s2|2026-11|2|5|0|0"));
        assertThat(months(NIGHT, "credits")).containsExactlyElementsOf(expected);
        assertThat(users(NIGHT, "credits"))
                .containsExactly("s2|e1|2|2026-02-15|2", "s2|e2|3|2026-03-03|3", "s2|e3|0||0");
    }

    /** A plan year that ends on a February 29, and one that begins on it. */
    private static void monthlyUsers(NightFeed feed) {
        feed.tenant("users", "learning").subscription("users", "s1", "MAU", "2", "2027-03-01", LEAP_DAY);
        accounts(feed, "users", "f1", "f2", "f3");
        feed.login("users", "f1", "2028-02-01")
                .login("users", "f1", "2028-02-20")
                .login("users", "f2", "2028-02-29");
        feed.login("users", "f3", "2028-02-10");
        feed.login("users", "f3", "2028-02-29T23:30:00-08:00"); // March 1, when the plan is over
        feed.tenant("leap", "learning").subscription("leap", "s1", "MAU", "2", LEAP_DAY, "2029-02-28");
        accounts(feed, "leap", "g1");
        feed.login("leap", "g1", "2028-02-28T23:59:59Z").login("leap", "g1", "2028-02-29T00:00:00Z");
    }

    @Test
    void monthlyUsersOfAPlanThatEndsOnALeapDay() throws IOException {
        assertThat(use(LEAP_DAY, "users")).isEqualTo("monthly-users|3|2|1");
        List<String> expected = new ArrayList<>();
        alike("s1", 2027, 3, 12, "0||2|0").forEach(expected::add);
        expected.addAll(List.of("s1|2028-01|0||2|0", "s1|2028-02|3||0|1"));
        assertThat(months(LEAP_DAY, "users")).containsExactlyElementsOf(expected);
        assertThat(users(LEAP_DAY, "users"))
                .containsExactly("s1|f1|1|2028-02-01|1", "s1|f2|1|2028-02-29|1", "s1|f3|1|2028-02-10|1");
        assertThat(codes(LEAP_DAY, "users")).contains("MONTHLY_USERS_EXCEEDED").doesNotContain("TERM_NOT_ANNUAL");
    }

    @Test
    void monthlyUsersOfAPlanThatBeginsOnALeapDay() throws IOException {
        assertThat(use(LEAP_DAY, "leap")).isEqualTo("monthly-users|1|2|0");
        assertThat(months(LEAP_DAY, "leap")).containsExactly("s1|2028-02|1||1|0");
        assertThat(users(LEAP_DAY, "leap")).containsExactly("s1|g1|1|2028-02-29|1");
        assertThat(codes(LEAP_DAY, "leap")).doesNotContain("TERM_NOT_ANNUAL");
    }

    private static List<String> codes(String asOf, String tenant) throws IOException {
        return new NightFiles(folder).lines(asOf, "findings.csv", tenant, "code");
    }

    private static void pilot(NightFeed feed) {
        feed.tenant("pilot", "learning")
                .subscription("pilot", "s1", "Seats", "2", "2026-11-01", "2026-11-30", "pilot", "");
        accounts(feed, "pilot", "h1");
        feed.login("pilot", "h1", "2026-11-03");
    }

    @Test
    void aPilotIsEvaluatedAndStaysOutOfWhatCustomersSee() throws IOException {
        assertThat(use(NIGHT, "pilot")).isEqualTo("seats-taken|1|2|0");
        assertThat(months(NIGHT, "pilot")).containsExactly("s1|2026-11|1|1|1|0");
        assertThat(users(NIGHT, "pilot")).containsExactly("s1|h1|1|2026-11-03|1");
        assertThat(codes(NIGHT, "pilot")).doesNotContain("TERM_NOT_ANNUAL");
        Path book = folder.resolve(NIGHT).resolve("learning.xlsx");
        assertThat(names(book, "Tenants")).contains("Name of pilot", "Name of seats");
        assertThat(names(book, "Usage by month")).contains("Name of seats").doesNotContain("Name of pilot");
        assertThat(names(book, "Users counted")).contains("Name of seats").doesNotContain("Name of pilot");
    }

    private static List<String> names(Path book, String sheet) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(book);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet found = workbook.getSheet(sheet);
            found.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
        }
        return texts;
    }
}
