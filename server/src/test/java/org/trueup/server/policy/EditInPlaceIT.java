package org.trueup.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.trueup.server.policy.PolicyOverHttp.Answer;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Role;
import org.trueup.spreadsheets.policybook.PolicyBook;
import tools.jackson.databind.JsonNode;

/** Cells and rows of a draft changed by a program, as the page does it. */
class EditInPlaceIT {
    private static final String JSON = "application/json";

    @Test
    void theGridTellsColumnsRowsAndWhatIsWrong() {
        PolicyOverHttp acme = PolicyOverHttp.of("edit-a");
        String v = draft(acme);
        cells(acme, Role.ANALYST, v, "[{\"sheet\":\"Plans\",\"cell\":\"E5\",\"value\":\"five\"}]");

        Answer grid = acme.get(Role.ANALYST, "/versions/" + v + "/sheets?sheet=Plans");

        JsonNode sheet = grid.json().at("/sheets/0");
        assertThat(sheet.at("/columns/1/type").asString()).isEqualTo("CHOICE");
        assertThat(sheet.at("/columns/4/type").asString()).isEqualTo("NUMBER");
        assertThat(sheet.at("/rows/0/cells/E").asString()).isEqualTo("five");
        assertThat(sheet.at("/rows/0/problems/0/cell").asString()).isEqualTo("E5");
    }

    @Test
    void aChangedCellIsCheckedAtOnceAndStandsInTheWorkbookAndInTheAuditLog() {
        PolicyOverHttp acme = PolicyOverHttp.of("edit-b");
        String v = draft(acme);

        Answer changed = cells(acme, Role.ANALYST, v, "[{\"sheet\":\"Plans\",\"cell\":\"E5\",\"value\":7}]");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/changes/0")).startsWith("Plans!E5: ").endsWith(" → 7");
        assertThat(changed.json().at("/check/errors").asInt()).isZero();
        assertThat(Digest.of(acme.workbook(v))).isEqualTo(changed.at("/sha256"));
        assertThat(acme.server().part(AuditLog.class).about("edit-b " + v, 1))
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).startsWith("Plans!E5: "));
    }

    @Test
    void aRowIsAddedAndEmptiedAgain() {
        PolicyOverHttp acme = PolicyOverHttp.of("edit-c");
        String v = draft(acme);
        int next = acme.get(Role.ANALYST, "/versions/" + v + "/sheets?sheet=Plans")
                .json()
                .at("/sheets/0/next_row")
                .asInt();

        Answer added = acme.post(
                Role.ANALYST,
                "/versions/" + v + "/rows",
                "{\"sheet\":\"Plans\",\"values\":{\"Plan\":\"Tiny\",\"Minimum\":1}}");
        assertThat(added.at("/changes/0")).isEqualTo("Plans!A" + next + ": empty → Tiny");
        assertThat(added.at("/check/publishable")).as("its metric is missing").isEqualTo("false");

        Answer deleted = acme.delete(Role.ANALYST, "/versions/" + v + "/rows/" + next + "?sheet=Plans");
        assertThat(deleted.at("/check/publishable")).isEqualTo("true");
    }

    @Test
    void onlyTheAuthorEditsAndOnlyWhatWasLookedAt() {
        PolicyOverHttp acme = PolicyOverHttp.of("edit-d");
        String v = draft(acme);
        String edit = "[{\"sheet\":\"Plans\",\"cell\":\"E5\",\"value\":8}]";

        assertThat(cells(acme, Role.PUBLISHER, v, edit).status()).isEqualTo(403);
        assertThat(acme.server()
                        .send(acme.server()
                                .as(Role.ANALYST, acme.path("/versions/" + v + "/cells"))
                                .header("Content-Type", JSON)
                                .header("If-Match", "\"0000\"")
                                .PUT(BodyPublishers.ofString(edit)))
                        .statusCode())
                .isEqualTo(412);
        assertThat(acme.workbook(v)).isEqualTo(PolicyBook.template());
    }

    @Test
    void whatCannotBeEditedIsToldAndChangesNothing() {
        PolicyOverHttp acme = PolicyOverHttp.of("edit-e");
        String v = draft(acme);

        Answer refused = cells(
                acme,
                Role.ANALYST,
                v,
                "[{\"sheet\":\"Plans\",\"cell\":\"E5\",\"value\":8},{\"sheet\":\"Plans\",\"cell\":\"A1\",\"value\":\"x\"}]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/field")).isEqualTo("[1]");
        assertThat(cells(acme, Role.ANALYST, v, "[]").status()).isEqualTo(400);
        assertThat(cells(acme, Role.ANALYST, v, "[{\"sheet\":\"Plans\",\"cell\":\"E5\",\"value\":[1]}]")
                        .at("/field"))
                .isEqualTo("value");
        assertThat(acme.workbook(v)).isEqualTo(PolicyBook.template());
    }

    private static String draft(PolicyOverHttp policy) {
        return policy.upload(Role.ANALYST, PolicyBook.template(), "").at("/draft/v");
    }

    private static Answer cells(PolicyOverHttp policy, Role role, String v, String edits) {
        return policy.put(role, "/versions/" + v + "/cells", JSON, edits.getBytes(StandardCharsets.UTF_8));
    }
}
