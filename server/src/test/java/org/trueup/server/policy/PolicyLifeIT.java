package org.trueup.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trueup.server.policy.PolicyOverHttp.Answer;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Role;
import org.trueup.server.web.TestServer;
import org.trueup.spreadsheets.policybook.PolicyBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy from its first draft to a version in force and back, each step as a program takes it. */
class PolicyLifeIT {
    /** Far more than it takes, for a machine that does much else. */
    private static final int LOOKS = 300;

    private static final TestServer SERVER = TestServer.running();

    @Test
    void aDraftIsCheckedAtOnceAndPublishedByASecondPerson() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-a");

        Answer made = acme.upload(Role.ANALYST, PolicyBook.template(), "?note=First");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/draft/status")).isEqualTo("DRAFT");
        assertThat(made.at("/draft/author")).isEqualTo("analyst");
        assertThat(made.at("/check/publishable")).isEqualTo("true");
        String v = made.at("/draft/v");
        assertThat(made.whole().headers().firstValue("Location")).hasValue(acme.path("/versions/" + v));

        Answer published = publish(acme, Role.PUBLISHER, v, "2026-12-01");
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.at("/version/v")).isEqualTo("1");
        assertThat(published.at("/version/author")).isEqualTo("analyst");
        assertThat(published.at("/version/approver")).isEqualTo("publisher");
        assertThat(published.at("/version/note")).isEqualTo("First");
        assertThat(acme.get(Role.ANALYST, "/versions/" + v).at("/version")).isEqualTo("1");
        assertThat(acme.get(Role.ANALYST, "/versions").json().at("/drafts")).isEmpty();
        assertThat(acme.workbook("1")).isEqualTo(PolicyBook.template());
        assertThat(publish(acme, Role.PUBLISHER, v, "2026-12-01").status()).isEqualTo(409);
    }

    @Test
    void nobodyPublishesTheirOwnDraftAndNobodyChangesAnothers() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-b");
        String own = acme.upload(Role.PUBLISHER, PolicyBook.template(), "").at("/draft/v");
        String other = acme.upload(Role.ANALYST, PolicyBook.template(), "").at("/draft/v");

        assertThat(publish(acme, Role.PUBLISHER, own, "2026-12-01").at("/detail"))
                .isEqualTo("You made this draft; somebody else publishes it, since a policy needs two people.");
        assertThat(acme.put(Role.PUBLISHER, "/versions/" + other + "/workbook", PolicyOverHttp.XLSX, edited())
                        .status())
                .isEqualTo(403);
        assertThat(publish(acme, Role.ANALYST, own, "2026-12-01").status()).isEqualTo(403);
        assertThat(acme.get(Role.ANALYST, "/versions").json().at("/versions")).isEmpty();
    }

    @Test
    void aDraftThatWasChangedSinceItWasLookedAtIsNotPublished() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-c");
        Answer made = acme.upload(Role.ANALYST, PolicyBook.template(), "?note=Why");
        String v = made.at("/draft/v");
        acme.put(Role.ANALYST, "/versions/" + v + "/workbook", PolicyOverHttp.XLSX, edited());

        Answer refused = acme.post(
                Role.PUBLISHER,
                "/versions/" + v + "/publish",
                "{\"effective_on\":\"2026-12-01\",\"sha256\":\"%s\"}".formatted(made.at("/draft/sha256")));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(acme.get(Role.ANALYST, "/versions").json().at("/versions")).isEmpty();
    }

    @Test
    void anErrorIsToldWithItsCellAndHindersPublishing() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-d");
        byte[] wrong = PolicyOverHttp.template(
                book -> book.getSheet("Plans").getRow(4).getCell(4).setCellValue("five"));

        Answer made = acme.upload(Role.ANALYST, wrong, "?note=Why");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/check/publishable")).isEqualTo("false");
        assertThat(made.at("/check/problems/0/cell")).isEqualTo("E5");
        assertThat(publish(acme, Role.PUBLISHER, made.at("/draft/v"), "2026-12-01")
                        .at("/detail"))
                .startsWith(made.at("/draft/v")
                        + " has 1 error and cannot be published; the first: life-d.xlsx: Plans!E5: ");
        assertThat(acme.get(Role.ANALYST, "/versions/" + made.at("/draft/v") + "/annotated-workbook")
                        .status())
                .isEqualTo(200);
        assertThat(acme.post(Role.ANALYST, "/versions/" + made.at("/draft/v") + "/what-if", "{}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatChangedIsToldCellByCellAndARollbackTakesTwoPeopleToo() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-e");
        publish(
                acme,
                Role.PUBLISHER,
                acme.upload(Role.ANALYST, PolicyBook.template(), "?note=1").at("/draft/v"),
                "2026-11-01");
        publish(
                acme,
                Role.PUBLISHER,
                acme.upload(Role.ANALYST, edited(), "?note=2&based_on=1").at("/draft/v"),
                "2026-12-01");

        assertThat(acme.get(Role.ANALYST, "/diff?from=1&to=2").at("/differences/0/kind"))
                .isEqualTo("CELL_CHANGED");
        Answer back = acme.post(Role.ANALYST, "/versions/1/roll-back", "{\"note\":\"Too high\"}");
        assertThat(back.at("/draft/back_to")).isEqualTo("1");
        Answer published = publish(acme, Role.PUBLISHER, back.at("/draft/v"), "2027-01-01");
        assertThat(published.at("/version/back_to")).isEqualTo("1");
        assertThat(acme.workbook("3")).isEqualTo(PolicyBook.template());
        assertThat(acme.get(Role.ANALYST, "/history")
                        .json()
                        .valueStream()
                        .map(event -> event.at("/what").asString()))
                .containsExactly("ADD_DRAFT", "PUBLISHED", "ADD_DRAFT", "PUBLISHED", "ADD_DRAFT", "ROLLED_BACK");
    }

    @Test
    void everyDeedStandsInTheAuditLogWithTheNameOfWhoeverSignedIn() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-f");
        String v = acme.upload(Role.ANALYST, PolicyBook.template(), "").at("/draft/v");
        acme.put(Role.ANALYST, "/versions/" + v + "/workbook", PolicyOverHttp.XLSX, edited());
        acme.delete(Role.PUBLISHER, "/versions/" + v);

        List<AuditLog.Event> events = SERVER.part(AuditLog.class).about("life-f " + v, 10);
        assertThat(events)
                .extracting(event -> event.who() + " " + event.action())
                .containsExactly("publisher DISCARD_DRAFT", "analyst CHANGE_DRAFT", "analyst ADD_DRAFT");
        assertThat(acme.delete(Role.ANALYST, "/versions/" + v).status()).isEqualTo(409);
    }

    @Test
    void aWorkbookIsKnownByItsEntityTag() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-g");
        Answer made = acme.upload(Role.ANALYST, PolicyBook.template(), "");
        String tag = made.whole().headers().firstValue("ETag").orElseThrow();

        assertThat(tag).isEqualTo("\"" + Digest.of(PolicyBook.template()) + "\"");
        assertThat(SERVER.send(SERVER.as(Role.ANALYST, acme.path("/versions/" + made.at("/draft/v") + "/workbook"))
                                .header("If-None-Match", tag)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aDayThatIsNoneIsToldByItsField() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-i");
        String v = acme.upload(Role.ANALYST, PolicyBook.template(), "").at("/draft/v");

        for (String day : List.of("27.11.2026", "2026-02-30", "1026-01-01")) {
            Answer refused = publish(acme, Role.PUBLISHER, v, day);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.at("/field")).isEqualTo("effective_on");
        }
        assertThat(publish(acme, Role.PUBLISHER, v, "2026-12-01").at("/field")).isEqualTo("note");
    }

    @Test
    void aPostThatIsSentTwiceMakesOneDraft() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-j");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(SERVER.send(SERVER.as(Role.ANALYST, acme.path("/versions"))
                            .header("Content-Type", PolicyOverHttp.XLSX)
                            .header("Idempotency-Key", "life-j")
                            .POST(BodyPublishers.ofByteArray(PolicyBook.template())))
                    .body());
        }
        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(acme.get(Role.ANALYST, "/versions").json().at("/drafts")).hasSize(1);
    }

    @Test
    void decisionsFollowThePublishedCellWithoutARestart() throws InterruptedException {
        PolicyOverHttp acme = PolicyOverHttp.of("life-k");
        publish(
                acme,
                Role.PUBLISHER,
                acme.upload(Role.ANALYST, PolicyBook.template(), "?note=1").at("/draft/v"),
                "2026-01-01");
        assertThat(decided("life-k").at("/required").asInt()).isNotEqualTo(7);

        publish(
                acme,
                Role.PUBLISHER,
                acme.upload(Role.ANALYST, edited(), "?note=2").at("/draft/v"),
                "2026-01-02");
        for (int i = 0; i < LOOKS && decided("life-k").at("/required").asInt() != 7; i++) {
            Thread.sleep(100);
        }

        assertThat(decided("life-k").at("/required").asInt()).isEqualTo(7);
    }

    /** A tenant on the template's first plan, whose minimum is in E5. */
    private static JsonNode decided(String vendor) {
        String facts = """
                {"as_of":"2026-11-20","tenant_id":"t","name":"T","vendor":"%s","subscriptions":[{"subscription_id":"s",
                 "plan":"Standard","licenses":1,"starts_on":"2026-01-01","ends_on":"2026-12-31"}]}""";
        return JsonMapper.shared()
                .readTree(SERVER.post(Role.SERVICE, "/api/v1/decisions/position", facts.formatted(vendor))
                        .body());
    }

    @Test
    void whatADraftWouldChangeIsFoundInTheBackground() throws InterruptedException {
        PolicyOverHttp acme = PolicyOverHttp.of("life-l");
        String v = acme.upload(Role.ANALYST, PolicyBook.template(), "").at("/draft/v");
        assertThat(acme.get(Role.ANALYST, "/versions/" + v + "/what-if").status())
                .isEqualTo(404);

        Answer asked = acme.post(Role.ANALYST, "/versions/" + v + "/what-if", "{\"as_of\":\"2026-11-20\"}");
        assertThat(asked.status()).isEqualTo(202);

        Answer told = asked;
        for (int i = 0; i < 100 && !Set.of("DONE", "FAILED").contains(told.at("/progress/state")); i++) {
            Thread.sleep(100);
            told = acme.get(Role.ANALYST, "/versions/" + v + "/what-if");
        }
        assertThat(told.at("/failure"))
                .startsWith("There is nothing to compare: the store holds no tenants of the vendor life-l");
        assertThat(acme.get(Role.ANALYST, "/versions/" + v + "/what-if/workbook")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatIsNotThereIsToldAsMissing() {
        PolicyOverHttp acme = PolicyOverHttp.of("life-h");
        assertThat(acme.get(Role.ANALYST, "/versions/7/workbook").status()).isEqualTo(404);
        assertThat(acme.get(Role.ANALYST, "/versions/d7777777/check").status()).isEqualTo(404);
        assertThat(acme.get(Role.ANALYST, "/versions/x/check").at("/field")).isEqualTo("version");
        assertThat(acme.get(Role.ANALYST, "/diff?from=1").at("/field")).isEqualTo("to");
    }

    private static byte[] edited() {
        return PolicyOverHttp.template(
                book -> book.getSheet("Plans").getRow(4).getCell(4).setCellValue(7));
    }

    private static Answer publish(PolicyOverHttp policy, Role role, String v, String effectiveOn) {
        return policy.post(role, "/versions/" + v + "/publish", "{\"effective_on\":\"%s\"}".formatted(effectiveOn));
    }
}
