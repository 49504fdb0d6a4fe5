package org.trueup.server.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.server.runs.RunServer.FEEDS;
import static org.trueup.server.runs.RunServer.SERVER;
import static org.trueup.server.runs.RunServer.get;
import static org.trueup.server.runs.RunServer.json;
import static org.trueup.server.runs.RunServer.run;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trueup.batch.store.NamedLock;
import org.trueup.server.security.Role;
import org.trueup.server.web.SmallFeed;
import tools.jackson.databind.JsonNode;

/** Runs over HTTP. */
class RunsIT {

    @BeforeEach
    void nobodyAtWork() {
        RunServer.waitForSilence();
    }

    @Test
    void aNightIsStartedInTheBackgroundAndFollowedToItsEnd() {
        HttpResponse<String> begun =
                SERVER.post(Role.OPERATOR, "/api/v1/runs", "{\"as_of\":\"2026-11-20\",\"feed\":\"good\"}");
        JsonNode run = json(begun, 202);
        String path = "/api/v1/runs/" + run.get("run").asInt();
        assertThat(begun.headers().firstValue("Location")).hasValue(path);
        assertThat(run.get("started_by").asString()).isEqualTo("operator");

        HttpResponse<String> events = SERVER.get(Role.OPERATOR, path + "/events");
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(events.body()).contains("event:ended").contains("\"status\":\"COMPLETE\"");

        JsonNode ended = get(path);
        assertThat(ended.get("tenants_decided").asInt()).isEqualTo(2);
        assertThat(ended.get("rejected_lines").asInt()).isEqualTo(1);
        assertThat(ended.get("counts_for_its_date").asBoolean()).isTrue();
        assertThat(ended.get("statuses").get("pensero").get("COMPLIANT").asInt())
                .isEqualTo(2);
        assertThat(ended.get("seconds").propertyNames()).contains("feed", "decide", "reports");
        assertThat(ended.get("feed").asString()).isEqualTo("good");
        assertThat(get("/api/v1/runs?size=1").get("runs").get(0).get("run")).isEqualTo(ended.get("run"));
        assertThat(SERVER.get(Role.ADMINISTRATOR, "/api/v1/audit").body()).contains("START_RUN", "night of 2026-11-20");
    }

    @Test
    void onlyOneIsAtWorkAtATime() {
        try (NamedLock another =
                Objects.requireNonNull(NamedLock.tryTake(SERVER.part(DataSource.class), NamedLock.FACTS))) {
            assertThat(another.stillHeld()).isTrue();
            JsonNode refused = json(SERVER.post(Role.OPERATOR, "/api/v1/runs", "{\"as_of\":\"2026-11-20\"}"), 409);
            assertThat(refused.get("detail").asString()).startsWith("A night or feed is at work on this store");
        }
    }

    @Test
    void anOrderThatCannotBeMetNamesItsField() {
        assertThat(field("{}")).isEqualTo("as_of");
        assertThat(field("{\"as_of\":\"2026-11-20\",\"vendor\":\"A B\"}")).isEqualTo("vendor");
    }

    private static String field(String order) {
        return json(SERVER.post(Role.OPERATOR, "/api/v1/runs", order), 400)
                .get("field")
                .asString();
    }

    @Test
    void aFeedLiesBelowTheFolderOfFeedsWhateverTheRequestSays() throws Exception {
        Path link = FEEDS.resolve("link");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, FEEDS.getParent());
        }
        for (String feed :
                List.of("..", "../test-classes", "/etc", "link", "nowhere", "good/tenants.csv", "a\\u0000b")) {
            assertThat(field("{\"as_of\":\"2026-11-20\",\"feed\":\"" + feed + "\"}"))
                    .as(feed)
                    .isEqualTo("feed");
        }
        assertThat(get("/api/v1/runs/feeds").get("feeds").valueStream().map(JsonNode::asString))
                .contains("good")
                .doesNotContain("link");
    }

    @Test
    void aRunThatFailedSaysWhyKeepsItsRejectedLinesAndIsDoneAgain() throws Exception {
        SmallFeed bad = new SmallFeed();
        for (int i = 0; i < 12; i++) {
            bad.line("tenants.csv", "t" + i + ",Name,not a vendor,");
        }
        bad.write(FEEDS.resolve("mended"));
        JsonNode failed = run("{\"as_of\":\"2026-11-19\",\"feed\":\"mended\"}");
        assertThat(failed.get("status").asString()).isEqualTo("FAILED");
        assertThat(failed.get("reason").asString()).contains("tenants.csv").endsWith(".");
        String path = "/api/v1/runs/" + failed.get("run").asInt();
        JsonNode rejected = get(path + "/rejected-lines?size=5");
        assertThat(rejected.get("total").asInt()).isEqualTo(12);
        assertThat(rejected.get("rejected_lines").size()).isEqualTo(5);
        assertThat(rejected.get("rejected_lines").get(0).get("reason").asString())
                .contains("vendor");
        assertThat(SERVER.get(Role.OPERATOR, path + "/reports").statusCode()).isEqualTo(404);

        RunServer.good(FEEDS.resolve("mended"));
        int again = json(SERVER.post(Role.OPERATOR, path + "/restart", ""), 202)
                .get("run")
                .asInt();
        JsonNode done = RunServer.ended(again);
        assertThat(done.get("status").asString()).isEqualTo("COMPLETE");
        assertThat(done.get("as_of").asString()).isEqualTo("2026-11-19");
        assertThat(SERVER.post(Role.OPERATOR, "/api/v1/runs/" + again + "/restart", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void filesAreHandedOutAndNothingBesideThem() {
        int run = run("{\"as_of\":\"2026-11-18\",\"feed\":\"good\"}").get("run").asInt();
        String reports = "/api/v1/runs/" + run + "/reports";
        assertThat(get(reports).get("files").valueStream().map(JsonNode::asString))
                .contains("positions.csv", "pensero.xlsx", "account-managers/Ada Lind.xlsx");
        HttpResponse<String> positions = SERVER.get(Role.OPERATOR, reports + "/positions.csv");
        assertThat(positions.statusCode()).isEqualTo(200);
        assertThat(positions.body()).startsWith("tenant_id,");
        assertThat(positions.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment; filename=\"positions.csv\""));
        for (String name : List.of("../2026-11-19/positions.csv", "..%2fx", "%2e%2e/%2e%2e/home", "none.csv", "")) {
            assertThat(SERVER.get(Role.OPERATOR, reports + "/" + name).statusCode())
                    .as(name)
                    .isIn(400, 404);
        }
    }

    @Test
    void anAccountManagerGetsTheOwnWorkbookAlone() {
        int run = run("{\"as_of\":\"2026-11-17\",\"feed\":\"good\"}").get("run").asInt();
        String reports = "/api/v1/runs/" + run + "/reports";
        assertThat(json(SERVER.get(Role.ACCOUNT_MANAGER, reports), 200)
                        .get("files")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("account-managers/Ada Lind.xlsx");
        for (String own : List.of("/account-managers/Ada%20Lind.xlsx", "/mine")) {
            HttpResponse<String> workbook = SERVER.get(Role.ACCOUNT_MANAGER, reports + own);
            assertThat(workbook.statusCode()).as(own).isEqualTo(200);
            assertThat(workbook.body()).startsWith("PK");
        }
        assertThat(SERVER.get(Role.ACCOUNT_MANAGER, "/api/v1/runs/latest/reports/mine")
                        .statusCode())
                .isEqualTo(200);
        for (String others : List.of("positions.csv", "pensero.xlsx", "account-managers/Bo%20Ek.xlsx")) {
            assertThat(SERVER.get(Role.ACCOUNT_MANAGER, reports + "/" + others).statusCode())
                    .as(others)
                    .isEqualTo(404);
        }
        assertThat(SERVER.get(Role.ACCOUNT_MANAGER, "/api/v1/runs/" + run).statusCode())
                .isEqualTo(403);
    }

    @Test
    void filesThatALaterRunReplacedAreNotHandedOutAsTheFormers() {
        int first =
                run("{\"as_of\":\"2026-11-16\",\"feed\":\"good\"}").get("run").asInt();
        int second = run("{\"as_of\":\"2026-11-16\"}").get("run").asInt();
        JsonNode replaced = json(SERVER.get(Role.OPERATOR, "/api/v1/runs/" + first + "/reports"), 404);
        assertThat(replaced.get("detail").asString()).contains("replaced by those of run " + second);
        assertThat(get("/api/v1/runs/" + first).get("counts_for_its_date").asBoolean())
                .isFalse();
    }

    @Test
    void healthAndMetricsTellAnOperatorHowItStands() {
        run("{\"as_of\":\"2026-11-15\",\"feed\":\"good\"}");
        for (String probe : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(SERVER.send(SERVER.request(probe)).body()).isEqualTo("{\"status\":\"UP\"}");
        }
        String metrics = SERVER.get(Role.OPERATOR, "/actuator/prometheus").body();
        assertThat(metrics)
                .contains(
                        "trueup_night_phase_seconds_sum{phase=\"decide\"}",
                        "trueup_night_decisions_total{status=\"COMPLIANT\",vendor=\"pensero\"}",
                        "trueup_feed_rejected_lines_total",
                        "trueup_night_tenants_per_second",
                        "trueup_schedule_overdue_seconds 0.0",
                        "trueup_mail_waiting 0.0",
                        "hikaricp_connections_active{pool=\"store\"}");
    }
}
