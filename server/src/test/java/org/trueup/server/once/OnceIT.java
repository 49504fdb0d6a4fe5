package org.trueup.server.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;

class OnceIT {
    private static final TestServer SERVER = TestServer.running();
    private static final String PATH = "/api/v1/decisions/position";

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndDoesNothing() {
        HttpResponse<String> first = post(Role.SERVICE, key, body("once"));
        HttpResponse<String> again = post(Role.SERVICE, key, body("once"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue(OnceFilter.REPLAYED)).isEmpty();
        assertThat(again.headers().firstValue(OnceFilter.REPLAYED)).hasValue("true");
        assertThat(logged("once")).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryRequestIsOneOfItsOwn() {
        SERVER.post(Role.SERVICE, PATH, body("twice"));
        SERVER.post(Role.SERVICE, PATH, body("twice"));
        assertThat(logged("twice")).isEqualTo(2);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        post(Role.SERVICE, key, body("one"));
        HttpResponse<String> other = post(Role.SERVICE, key, body("another"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(logged("another")).isZero();
    }

    @Test
    void everybodyHasKeysOfTheirOwn() {
        post(Role.SERVICE, key, body("mine"));
        HttpResponse<String> theirs = post(Role.ADMINISTRATOR, key, body("theirs"));
        assertThat(theirs.statusCode()).isEqualTo(200);
        assertThat(theirs.body()).contains("\"tenant_id\":\"theirs\"");
    }

    @Test
    void aRefusalIsRepeatedToo() {
        HttpResponse<String> first = post(Role.SERVICE, key, "{\"tenant_id\":1}");
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(post(Role.SERVICE, key, "{\"tenant_id\":1}").body()).isEqualTo(first.body());
    }

    @Test
    void aRequestThatIsStillWorkedOnIsNotDoneASecondTime() {
        post(Role.SERVICE, key, body("working"));
        SERVER.part(JdbcClient.class)
                .sql("UPDATE answered_request SET status = NULL WHERE request_key = ?")
                .param(key)
                .update();
        assertThat(post(Role.SERVICE, key, body("working")).statusCode()).isEqualTo(409);
        assertThat(logged("working")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNoneAndAStreamAreRefused() {
        assertThat(post(Role.SERVICE, "x y", body("k")).statusCode()).isEqualTo(400);
        assertThat(post(Role.SERVICE, "k".repeat(191), body("k")).body()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(SERVER.send(SERVER.as(Role.SERVICE, PATH)
                                .header("Content-Type", "application/x-ndjson")
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(body("k"))))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void oldKeysAreForgotten() {
        post(Role.SERVICE, key, body("old"));
        SERVER.part(JdbcClient.class)
                .sql("UPDATE answered_request SET at = at - INTERVAL 2 DAY WHERE request_key = ?")
                .param(key)
                .update();
        SERVER.part(AnsweredRequests.class).forgetOldOnes();
        post(Role.SERVICE, key, body("old"));
        assertThat(logged("old")).isEqualTo(2);
    }

    private static String body(String tenant) {
        return "{\"as_of\":\"2026-11-20\",\"tenant_id\":\"%s\",\"name\":\"T\",\"vendor\":\"plecto\"}".formatted(tenant);
    }

    private static HttpResponse<String> post(Role role, String key, String body) {
        return SERVER.send(SERVER.as(role, PATH)
                .header("Content-Type", "application/json")
                .header(OnceFilter.HEADER, key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static long logged(String tenant) {
        return SERVER.part(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM decision WHERE tenant_id = ?")
                .param(tenant)
                .query(Long.class)
                .single();
    }
}
