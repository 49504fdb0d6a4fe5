package org.trueup.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.trueup.server.web.TestServer;

class PeopleIT {
    private static final TestServer SERVER = TestServer.running();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Test
    void theFirstAdministratorSignsInByThePasswordThatWasShownOnce() throws Exception {
        assertThat(signIn("admin", SERVER.firstPassword()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(signIn("admin", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
    }

    @Test
    void passwordsAndTokensAreKeptAsHashesAlone() {
        JdbcClient sql = SERVER.part(JdbcClient.class);
        assertThat(sql.sql("SELECT password FROM person WHERE password IS NOT NULL")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).startsWith("$argon2id$"));
        assertThat(sql.sql("SELECT sha256 FROM api_token").query(String.class).list())
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    @Test
    void anAdministratorAddsAPersonWhoseTokenWorksUntilItIsRevoked() {
        HttpResponse<String> added = SERVER.post(
                Role.ADMINISTRATOR, "/api/v1/people", "{\"name\":\"Cy\",\"roles\":[\"operator\",\"analyst\"]}");
        assertThat(added.statusCode()).isEqualTo(201);
        HttpResponse<String> issued = SERVER.post(
                Role.ADMINISTRATOR,
                "/api/v1/tokens",
                "{\"owner\":\"cy\",\"name\":\"script\",\"scopes\":[\"OPERATOR\"],\"days\":7}");
        String token = issued.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(token).startsWith("trueup_");
        assertThat(me(token).body()).contains("\"name\":\"Cy\"", "\"OPERATOR\"").doesNotContain("ANALYST");

        int number = SERVER.part(Tokens.class).all().stream()
                .filter(each -> each.owner().equals("Cy"))
                .findFirst()
                .orElseThrow()
                .number();
        SERVER.send(SERVER.as(Role.ADMINISTRATOR, "/api/v1/tokens/" + number).DELETE());
        assertThat(me(token).statusCode()).isEqualTo(401);
        assertThat(SERVER.get(Role.ADMINISTRATOR, "/api/v1/audit").body())
                .contains("ADD_PERSON", "ISSUE_TOKEN", "REVOKE_TOKEN", "\"who\":\"administrator\"");
    }

    @Test
    void aTokenThatHasExpiredOrWhoseOwnerIsShutOutIsNoUse() {
        People people = SERVER.part(People.class);
        People.Person dee = people.add(new People.Draft("Dee", null, Set.of(Role.SERVICE), null, null));
        String token = SERVER.part(Tokens.class).issue(dee, "test", Set.of(Role.SERVICE), 1);
        assertThat(me(token).statusCode()).isEqualTo(200);
        people.change(dee.number(), new People.Draft("Dee", null, Set.of(Role.SERVICE), null, null), true);
        assertThat(me(token).statusCode()).isEqualTo(401);
        people.change(dee.number(), new People.Draft("Dee", null, Set.of(Role.SERVICE), null, null), false);
        SERVER.part(JdbcClient.class)
                .sql("UPDATE api_token SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE person_id = ?")
                .param(dee.number())
                .update();
        assertThat(me(token).statusCode()).isEqualTo(401);
    }

    @Test
    void whatAnAdministratorChangesHoldsAtTheNextClick() throws Exception {
        People people = SERVER.part(People.class);
        String password = "the right password";
        People.Person fin = people.add(new People.Draft("Fin", password, Set.of(Role.ANALYST), null, null));
        HttpClient browser = browser();
        signIn(browser, "Fin", password);
        assertThat(me(browser).statusCode()).isEqualTo(200);
        people.change(fin.number(), new People.Draft("Fin", null, Set.of(Role.OPERATOR), null, null), false);
        assertThat(me(browser).statusCode()).isEqualTo(401);
        signIn(browser, "Fin", password);
        assertThat(me(browser).body()).contains("OPERATOR");
        people.change(fin.number(), new People.Draft("Fin", null, Set.of(Role.OPERATOR), null, null), true);
        assertThat(me(browser).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> me(HttpClient browser) throws Exception {
        URI me = URI.create("http://localhost:" + SERVER.port() + "/api/v1/me");
        return browser.send(HttpRequest.newBuilder(me).build(), BodyHandlers.ofString());
    }

    @Test
    void whatIsWrongWithAPersonIsToldByItsField() {
        assertProblem("{\"name\":\" \",\"roles\":[\"analyst\"]}", "name");
        assertProblem("{\"name\":\"Eve\",\"roles\":[\"king\"]}", "roles");
        assertProblem("{\"name\":\"Eve\",\"roles\":[\"analyst\"],\"password\":\"short\"}", "password");
        assertProblem("{\"name\":\"Eve\",\"roles\":[\"tenant administrator\"]}", "tenant_id");
        assertProblem("{\"name\":\"ADMIN\",\"roles\":[\"analyst\"]}", "name");
    }

    @Test
    void nobodyChangesTheAuditLog() {
        SERVER.part(AuditLog.class).add("tests", "TEST", "log", "");
        JdbcClient sql = SERVER.part(JdbcClient.class);
        assertThatThrownBy(() -> sql.sql("UPDATE audit_event SET who = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("DELETE FROM audit_event").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoGuessesPasswordsWaits() throws Exception {
        SERVER.part(People.class)
                .add(new People.Draft("Guessed", "the right password", Set.of(Role.ANALYST), null, null));
        LoginLimit limit = SERVER.part(LoginLimit.class);
        for (int i = 0; i < LoginLimit.MOST_FAILURES; i++) {
            limit.failed(new AuthenticationFailureBadCredentialsEvent(
                    new UsernamePasswordAuthenticationToken("guessed", "x"), new BadCredentialsException("wrong")));
        }
        assertThat(signIn("Guessed", "the right password").statusCode()).isEqualTo(429);
    }

    private static void assertProblem(String json, String field) {
        HttpResponse<String> refused = SERVER.post(Role.ADMINISTRATOR, "/api/v1/people", json);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private static HttpResponse<String> me(String token) {
        return SERVER.send(SERVER.request("/api/v1/me").header("Authorization", "Bearer " + token));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> signIn(String name, String password) throws Exception {
        return signIn(browser(), name, password);
    }

    private static HttpResponse<String> signIn(HttpClient browser, String name, String password) throws Exception {
        URI login = URI.create("http://localhost:" + SERVER.port() + "/login");
        Matcher token = CSRF.matcher(browser.send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString())
                .body());
        assertThat(token.find()).isTrue();
        String form = "username=" + name + "&password=" + password.replace(' ', '+') + "&_csrf=" + token.group(1);
        return browser.send(
                HttpRequest.newBuilder(login)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
