package org.trueup.server.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.server.security.Role;
import org.trueup.server.web.SmallFeed;
import org.trueup.server.web.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with a folder of feeds, one for all tests of runs. */
final class RunServer {
    static final Path FEEDS = feeds();
    static final TestServer SERVER = TestServer.with(Map.of("trueup.feeds", FEEDS.toString()));

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RunServer() {}

    private static Path feeds() {
        try {
            Path feeds = Files.createTempDirectory(Path.of("target"), "feeds-").toAbsolutePath();
            good(feeds.resolve("good"));
            return feeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void good(Path folder) {
        new SmallFeed()
                .line("tenants.csv", "acme,Acme,pensero,Ada Lind")
                .line("subscriptions.csv", "acme,a1,Growth,2,2026-01-01,2026-12-31,paid")
                .line("accounts.csv", "acme,u1,Ida,2026-01-01,")
                .line("tenants.csv", "beta,Beta,pensero,Bo Ek")
                .line("subscriptions.csv", "beta,b1,Growth,2,2026-01-01,2026-12-31,paid")
                .line("accounts.csv", "nobody,u1,Ida,2026-01-01,")
                .write(folder);
    }

    static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    static JsonNode get(String path) {
        return json(SERVER.get(Role.OPERATOR, path), 200);
    }

    /** Starts a run and waits for its end. */
    static JsonNode run(String order) {
        int run = json(SERVER.post(Role.OPERATOR, "/api/v1/runs", order), 202)
                .get("run")
                .asInt();
        return ended(run);
    }

    static JsonNode ended(int run) {
        waitForSilence();
        JsonNode ended = get("/api/v1/runs/" + run);
        assertThat(ended.get("status").asString()).isNotIn("ANNOUNCED", "RUNNING");
        return ended;
    }

    static void waitForSilence() {
        Instant end = Instant.now().plus(PATIENCE);
        Runs runs = SERVER.part(Runs.class);
        while (!runs.nobodyAtWork()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    static JdbcClient sql() {
        return SERVER.part(JdbcClient.class);
    }

    /** A run of whatever fate, entered as another server would have; its number. */
    static int entered(String asOf, String status, @Nullable String startedBy) {
        sql().sql("INSERT INTO night_run (as_of, status, started_by, started_at) VALUES (?, ?, ?, UTC_TIMESTAMP())")
                .params(asOf, status, startedBy)
                .update();
        return sql().sql("SELECT MAX(run_id) FROM night_run")
                .query(Integer.class)
                .single();
    }
}
