package org.trueup.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeatApiIT {
    private static final TestServer SERVER = TestServer.running();

    @BeforeAll
    static void load() throws IOException {
        Path feed = Files.createDirectories(SERVER.home().resolve("seats-feed"));
        Files.writeString(feed.resolve("tenants.csv"), """
                tenant_id,name,vendor,account_manager
                seats-growth,Growth Ltd,pensero,Ada Lind
                seats-other,Other Ltd,pensero,Bo Berg
                """);
        Files.writeString(feed.resolve("subscriptions.csv"), """
                tenant_id,subscription_id,plan,licenses,starts_on,ends_on,discount_percent
                seats-growth,s1,Growth,4,2026-01-01,2026-12-31,10
                seats-other,s1,Growth,4,2026-01-01,2026-12-31,0
                """);
        Files.writeString(feed.resolve("accounts.csv"), """
                tenant_id,account_id,name
                seats-growth,u1,Ann
                seats-growth,u2,Bob
                seats-growth,u3,Cy
                """);
        SERVER.part(FeedLoader.class)
                .load(new FeedRequest(feed, FeedRequest.DEFAULT_MAX_REJECT_PERCENT, FeedProgress.SILENT));
    }

    @Test
    void aRequestIsAnsweredOnTheFactsOfTheStore() {
        JsonNode allowed = answered(Role.SERVICE, "seats-growth", "{\"add\":1,\"as_of\":\"2026-11-20\"}");
        assertThat(allowed.path("allowed").booleanValue()).isTrue();
        assertThat(allowed.path("now").path("usage_line").stringValue()).isEqualTo("Active seats used: 3/4");
        JsonNode denied = answered(Role.SERVICE, "seats-growth", "{\"add\":2,\"as_of\":\"2026-11-20\"}");
        assertThat(denied.path("allowed").booleanValue()).isFalse();
        assertThat(denied.path("reason").stringValue()).startsWith("You've reached your seat limit");
        assertThat(denied.path("rule").stringValue()).isEqualTo("Every seat is taken");
        assertThat(denied.path("cell").stringValue()).isEqualTo("pensero.xlsx!Over the limit!P6");
        JsonNode quote = denied.path("quote");
        assertThat(quote.path("licenses").intValue()).isEqualTo(1);
        assertThat(quote.path("discount_percent").decimalValue()).isEqualByComparingTo("10");
        assertThat(quote.path("amount").decimalValue()).isEqualByComparingTo("62.14");
        assertThat(quote.path("by_quote").booleanValue()).isFalse();
    }

    @Test
    void aTotalIsQuotedToTheEndOfTheTerm() {
        JsonNode answer = answered(Role.ADMINISTRATOR, "seats-growth", "{\"total\":40,\"as_of\":\"2026-11-20\"}");
        assertThat(answer.path("allowed").booleanValue()).isTrue();
        assertThat(answer.path("quote").path("licenses").intValue()).isEqualTo(36);
        assertThat(answer.path("quote").path("ends_on").stringValue()).isEqualTo("2026-12-31");
        assertThat(answer.path("quote").path("monthly_amount").decimalValue()).isEqualByComparingTo("1800.00");
    }

    @Test
    void everybodyAsksForTheOwnTenantsAlone() {
        assertThat(ask(Role.ACCOUNT_MANAGER, "seats-growth", "{\"add\":1}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> others = ask(Role.ACCOUNT_MANAGER, "seats-other", "{\"add\":1}");
        HttpResponse<String> none = ask(Role.ACCOUNT_MANAGER, "seats-nobody", "{\"add\":1}");
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.body().replace("seats-other", "X"))
                .isEqualTo(none.body().replace("seats-nobody", "X"));
        assertThat(ask(Role.TENANT_ADMINISTRATOR, "seats-growth", "{\"add\":1}").statusCode())
                .isEqualTo(404);
        assertThat(ask(Role.OPERATOR, "seats-growth", "{\"add\":1}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsWrongIsToldByItsField() {
        assertRefused("{}", "add");
        assertRefused("{\"add\":1,\"total\":2}", "total");
        assertRefused("{\"add\":0}", "add");
        assertRefused("{\"add\":1000000}", "add");
        assertRefused("{\"total\":-1}", "total");
        assertRefused("{\"total\":\"many\"}", "total");
        assertRefused("{\"adds\":1}", "adds");
        assertRefused("{\"add\":1,\"as_of\":\"tomorrow\"}", "as_of");
    }

    @Test
    void theAnswerStandsInTheLogWhole() {
        answered(Role.SERVICE, "seats-growth", "{\"total\":41,\"as_of\":\"2026-11-20\"}");
        String answer = SERVER.part(JdbcClient.class)
                .sql(
                        "SELECT answer FROM decision WHERE kind = 'SEATS' AND tenant_id = 'seats-growth' AND answer LIKE '%41%'")
                .query(String.class)
                .single();
        assertThat(answer).contains("\"total\":41", "\"allowed\":true", "\"quote\"");
    }

    private static void assertRefused(String json, String field) {
        HttpResponse<String> refused = ask(Role.SERVICE, "seats-growth", json);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    }

    private static JsonNode answered(Role role, String tenant, String json) {
        HttpResponse<String> answer = ask(role, tenant, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> ask(Role role, String tenant, String json) {
        return SERVER.post(role, "/api/v1/tenants/" + tenant + "/seat-requests", json);
    }
}
