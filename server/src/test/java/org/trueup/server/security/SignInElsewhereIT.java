package org.trueup.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trueup.server.web.TestServer;

class SignInElsewhereIT {
    private static final String CLIENT = "spring.security.oauth2.client.registration.work.";

    private static MadeUpProvider provider;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        provider = new MadeUpProvider();
        server = TestServer.with(Map.of(
                CLIENT + "client-id",
                "trueup",
                CLIENT + "client-secret",
                "secret",
                CLIENT + "client-name",
                "Work",
                CLIENT + "scope",
                "openid,email",
                "spring.security.oauth2.client.provider.work.issuer-uri",
                provider.issuer()));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @Test
    void whoIsKnownHereSignsInWithTheRolesGivenHere() throws Exception {
        server.part(People.class).add(new People.Draft("bo@example.com", null, Set.of(Role.ANALYST), null, null));
        provider.signsIn("bo@example.com");
        HttpClient browser = browser();
        get(browser, "/oauth2/authorization/work");
        assertThat(get(browser, "/api/v1/me").body()).contains("bo@example.com", "ANALYST");
    }

    @Test
    void whoIsNotKnownHereIsLetInNowhere() throws Exception {
        provider.signsIn("stranger@example.com");
        HttpClient browser = browser();
        assertThat(get(browser, "/oauth2/authorization/work").uri().toString()).endsWith("/login?error");
        assertThat(get(browser, "/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void thePageOffersTheProviderByItsName() throws Exception {
        assertThat(get(browser(), "/login").body()).contains("Sign in with Work");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
