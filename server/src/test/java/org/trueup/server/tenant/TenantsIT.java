package org.trueup.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightViews;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Status;
import org.trueup.server.run.NightOrder;
import org.trueup.server.run.Nights;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Role;
import org.trueup.server.web.SmallFeed;
import org.trueup.server.web.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tenants over HTTP after two nights. {@code acme} of Ada Lind runs a pilot in the first and a paid plan in the second;
 * {@code added-01} to {@code added-30} of Bo Ek have as many users as licences, but for one that has one too many in the second.
 */
class TenantsIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TestServer SERVER = TestServer.with(Map.of());
    private static final String FIRST = "2026-11-20";
    private static final String SECOND = "2026-11-21";

    @BeforeAll
    static void twoNights() {
        night(FIRST, "pilot", 2);
        night(SECOND, "paid", 3);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static void night(String asOf, String acmesTerm, int usersOfTheFirst) {
        SmallFeed feed = new SmallFeed()
                .line("tenants.csv", "acme,Acme School,learning,Ada Lind")
                .line("subscriptions.csv", "acme,a0,MAUC,5,2025-10-01,2026-09-30,paid")
                .line("subscriptions.csv", "acme,a1,Seats,5,2026-10-01,2027-09-30," + acmesTerm)
                .line("accounts.csv", "acme,u1,Ida,2025-10-01,")
                .line("accounts.csv", "acme,u2,Uma,2025-10-01," + (usersOfTheFirst == 3 ? "2026-11-21" : ""))
                .line("activity.csv", "acme,u1,2026-08-03,login")
                .line("activity.csv", "acme,u1,2026-10-05,login")
                .line("activity.csv", "acme,u2,2026-10-06,login")
                .line("tenants.csv", "lost,50% Lost_Ltd,pensero,")
                .line("subscriptions.csv", "lost,l1,Nonsense,5,2026-01-01,2026-12-31,paid");
        for (int i = 1; i <= 30; i++) {
            String id = "added-%02d".formatted(i);
            feed.line("tenants.csv", id + ",Name " + i + ",pensero,Bo Ek");
            feed.line("subscriptions.csv", id + ",s1,Growth,2,2026-01-01,2026-12-31,paid");
            for (int user = 1; user <= (i == 1 ? usersOfTheFirst : 2); user++) {
                feed.line("accounts.csv", "%s,u%d,User %d,2026-01-01,".formatted(id, user, user));
            }
        }
        Path folder = feed.write(SERVER.home().resolve("feed"));
        SERVER.part(Nights.class)
                .run(
                        new NightOrder(
                                folder, LocalDate.parse(asOf), SERVER.home().resolve("reports"), null, BigDecimal.ONE),
                        NightProgress.SILENT);
    }

    private static JsonNode json(Role role, String path) {
        HttpResponse<String> answer = SERVER.get(role, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> ids(JsonNode page) {
        return page.get("tenants")
                .valueStream()
                .map(tenant -> tenant.get("tenant_id").asString())
                .toList();
    }

    @Test
    void pagesSayHowManyThereAreAndWhereTheOthersAre() {
        JsonNode page = json(Role.OPERATOR, "/api/v1/tenants?vendor=pensero&size=10&page=1");
        assertThat(page.get("total").asInt()).isEqualTo(31);
        assertThat(ids(page)).hasSize(10).first().isEqualTo("added-11");
        assertThat(page.get("links").get("next").asString()).isEqualTo("/api/v1/tenants?vendor=pensero&size=10&page=2");
        assertThat(page.get("links").get("last").asString()).endsWith("page=3");
        JsonNode last = json(Role.OPERATOR, page.get("links").get("last").asString());
        assertThat(ids(last)).containsExactly("lost");
        assertThat(last.get("links").has("next")).isFalse();
    }

    @Test
    void tenantsAreFoundByStatusManagerAndTheBeginningOfAWordOfTheirName() {
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?status=warning"))).containsExactly("added-01");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?status=not_decided")))
                .containsExactly("lost");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?account_manager=-"))).containsExactly("lost");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?account_manager=Ada%20Lind")))
                .containsExactly("acme");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?q=SCHOO"))).containsExactly("acme");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?q=Added-3"))).containsExactly("added-30");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?q=50%25%20lost_"))).containsExactly("lost");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?q=50%25x"))).isEmpty();
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?q=%27%20OR%201%3D1")))
                .isEmpty();
    }

    @Test
    void tenantsAreSortedByAColumnAndWhatIsEmptyComesLast() {
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?sort=-used&size=2"))).startsWith("added-01");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?sort=status&size=100")))
                .endsWith("added-01", "lost");
        assertThat(ids(json(Role.ANALYST, "/api/v1/tenants?sort=-tenant_id&size=1")))
                .containsExactly("lost");
    }

    @Test
    void whatCannotBeAskedNamesTheParameter() {
        Map<String, String> wrong =
                Map.of("status=x", "status", "sort=x", "sort", "size=0", "size", "size=501", "size", "page=-1", "page");
        wrong.forEach((query, field) -> {
            HttpResponse<String> answer = SERVER.get(Role.ANALYST, "/api/v1/tenants?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).get("field").asString()).isEqualTo(field);
        });
    }

    @Test
    void anAccountManagerSeesTheOwnTenantsAndNothingOfOthers() {
        assertThat(ids(json(Role.ACCOUNT_MANAGER, "/api/v1/tenants"))).containsExactly("acme");
        assertThat(ids(json(Role.ACCOUNT_MANAGER, "/api/v1/tenants?account_manager=Bo%20Ek")))
                .isEmpty();
        assertThat(json(Role.ACCOUNT_MANAGER, "/api/v1/tenants/acme/findings").has("findings"))
                .isTrue();
        for (String view : List.of("position", "history", "users", "months", "entitlements", "findings")) {
            HttpResponse<String> others = SERVER.get(Role.ACCOUNT_MANAGER, "/api/v1/tenants/added-01/" + view);
            HttpResponse<String> nobodys = SERVER.get(Role.ACCOUNT_MANAGER, "/api/v1/tenants/nobody/" + view);
            assertThat(others.statusCode()).as(view).isEqualTo(404);
            assertThat(others.body().replace("added-01", "nobody")).isEqualTo(nobodys.body());
        }
    }

    @Test
    void aTenantWithoutAPositionSaysSo() {
        JsonNode lost = json(Role.SERVICE, "/api/v1/tenants/lost/position");
        assertThat(lost.get("decided").asBoolean()).isFalse();
        assertThat(lost.get("status").isNull()).isTrue();
        assertThat(json(Role.SERVICE, "/api/v1/tenants/lost/findings")
                        .get("findings")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("UNKNOWN_PLAN");
    }

    @Test
    void aPastNightSaysWhatItSaidThen() {
        JsonNode now = json(Role.SERVICE, "/api/v1/tenants/added-01/position");
        assertThat(now.get("used").asInt()).isEqualTo(3);
        assertThat(now.get("short").asInt()).isEqualTo(1);
        assertThat(now.get("monthly_amount").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(now.get("cells").get(0).asString()).startsWith("pensero.xlsx!");
        JsonNode then = json(Role.SERVICE, "/api/v1/tenants/added-01/position?as_of=" + FIRST);
        assertThat(then.get("used").asInt()).isEqualTo(2);
        assertThat(then.get("as_of").asString()).isEqualTo(FIRST);
        assertThat(SERVER.get(Role.SERVICE, "/api/v1/tenants/added-01/position?as_of=2020-01-01")
                        .statusCode())
                .isEqualTo(404);
        JsonNode history =
                json(Role.SERVICE, "/api/v1/tenants/added-01/history").get("nights");
        assertThat(history.valueStream().map(night -> night.get("status").asString()))
                .containsExactly("WARNING", "AT_LIMIT");
        assertThat(json(Role.SERVICE, "/api/v1/tenants/added-01/history?nights=1")
                        .get("nights")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() {
        for (String path : List.of(
                "/api/v1/tenants?size=5",
                "/api/v1/tenants/acme/position",
                "/api/v1/tenants/acme/history",
                "/api/v1/tenants/acme/users",
                "/api/v1/tenants/acme/months")) {
            String tag =
                    SERVER.get(Role.SERVICE, path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = SERVER.send(
                    SERVER.as(Role.SERVICE, path).header("If-None-Match", tag).GET());
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    /** L5, L8. */
    @Test
    void aTenantsAdministratorSeesTheOwnUsageButNeverAPilot() {
        JsonNode pilot = json(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/position?as_of=" + FIRST);
        assertThat(pilot.get("decided").asBoolean()).isFalse();
        assertThat(json(Role.SERVICE, "/api/v1/tenants/acme/position?as_of=" + FIRST)
                        .get("used")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/users?as_of=" + FIRST)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(subscriptions(json(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/months?as_of=" + FIRST)))
                .containsExactly("a0");
        assertThat(subscriptions(json(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/months")))
                .containsExactlyInAnyOrder("a0", "a1");
        assertThat(json(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/history")
                        .get("nights")
                        .size())
                .isEqualTo(1);
        assertThat(SERVER.get(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/added-01/users")
                        .statusCode())
                .isEqualTo(404);
        assertThat(SERVER.get(Role.TENANT_ADMINISTRATOR, "/api/v1/tenants/acme/findings")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Set<String> subscriptions(JsonNode months) {
        return months.get("months")
                .valueStream()
                .map(month -> month.get("subscription_id").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void usersComeInPagesWithTheirSeatsAndDeactivations() {
        JsonNode users = json(Role.SERVICE, "/api/v1/tenants/acme/users?size=1&page=1");
        assertThat(users.get("total").asInt()).isEqualTo(2);
        assertThat(users.get("facts_as_of").asString()).endsWith("Z");
        JsonNode uma = users.get("users").get(0);
        assertThat(uma.get("account_id").asString()).isEqualTo("u2");
        assertThat(uma.get("seat").asString()).isEqualTo("freed");
        assertThat(uma.get("deactivations").asString()).startsWith("deactivated 2026-11-21");
    }

    @Test
    void entitlementsNameTheirCells() {
        JsonNode granted = json(Role.SERVICE, "/api/v1/tenants/added-02/entitlements");
        assertThat(granted.get("plan").asString()).isEqualTo("Growth");
        assertThat(granted.get("entitlements").isArray()).isTrue();
    }

    @Test
    void tonightTellsWhatChangedAndWhoNeedsAPerson() {
        Caller bo = new Caller("bo", Set.of(Role.ACCOUNT_MANAGER), "Bo Ek", null);
        NightViews.Tonight tonight = SERVER.part(Tenants.class).tonight(bo).orElseThrow();
        assertThat(tonight.asOf()).isEqualTo(SECOND);
        assertThat(tonight.counts())
                .extracting(count -> count.status() + " " + count.tenants())
                .containsExactlyInAnyOrder(Status.AT_LIMIT + " 29", Status.WARNING + " 1");
        assertThat(tonight.lastNights())
                .extracting(count -> count.asOf().toString())
                .contains(FIRST, SECOND);
        assertThat(tonight.movements()).containsKey(Movement.WORSENED);
        assertThat(tonight.changed())
                .first()
                .satisfies(line -> assertThat(line.tenant().id().value()).isEqualTo("added-01"));
        assertThat(tonight.urgent())
                .first()
                .satisfies(line -> assertThat(line.tenant().id().value()).isEqualTo("added-01"));
        assertThat(SERVER.part(Tenants.class).tonight(new Caller("x", Set.of(Role.TENANT_ADMINISTRATOR), null, "acme")))
                .isEmpty();
    }
}
