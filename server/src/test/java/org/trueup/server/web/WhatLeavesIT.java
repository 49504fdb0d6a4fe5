package org.trueup.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.server.security.Role;

/** What the server tells whoever asks, beside the answer. */
class WhatLeavesIT {
    private static final TestServer SERVER = TestServer.running();

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/api/v1/me", "/assets/trueup.css"})
    void everyAnswerForbidsForeignScriptsAndFrames(String path) {
        HttpResponse<String> answer = SERVER.send(SERVER.request(path));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "{\"name\":{\"x\":1}}", "\"\\ud800\""})
    void aBodyThatCannotBeReadIsAProblemWithoutATrace(String body) {
        HttpResponse<String> answer = SERVER.post(Role.ADMINISTRATOR, "/api/v1/people", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":").doesNotContain("Exception", "at org.", "java.");
    }

    @Test
    void aPageOfAnotherSiteCannotSendWithoutTheToken() {
        assertThat(SERVER.send(SERVER.request("/login").POST(BodyPublishers.ofString("username=admin&password=x")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void healthIsOpenAndTellsNoDetail() {
        HttpResponse<String> health = SERVER.send(SERVER.request("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("database", "path", "free");
        assertThat(SERVER.send(SERVER.request("/actuator/prometheus")).statusCode())
                .isEqualTo(401);
        assertThat(SERVER.get(Role.ANALYST, "/actuator/prometheus").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormThatIsTooLargeIsAProblem() {
        String head = "--b\r\nContent-Disposition: form-data; name=\"workbook\"; filename=\"plecto.xlsx\"\r\n\r\n";
        String form = head + "x".repeat(22_000_000) + "\r\n--b--\r\n";
        HttpResponse<String> answer = SERVER.send(SERVER.as(Role.ANALYST, "/api/v1/policies/plecto/versions")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"detail\":").doesNotContain("Exception", "at org.");
    }
}
