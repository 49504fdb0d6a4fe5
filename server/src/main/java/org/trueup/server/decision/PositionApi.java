package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.decision.GivenTenant.Question;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** Positions of facts that come with the request. */
@RestController
@Tag(name = "decisions", description = "Decisions between nights, by the same engine as the night's.")
class PositionApi {
    private final Decisions decisions;
    private final Json json;

    PositionApi(Decisions decisions, Json json) {
        this.decisions = decisions;
        this.json = json;
    }

    @PostMapping(
            path = "/api/v1/decisions/position",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decidePosition",
            summary = "The position that a tenant's facts make",
            description = "Takes a list of tenants too, and answers it with a list in the same order; one request is"
                    + " answered by one version of each policy.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = GivenTenant.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    ResponseEntity<byte[]> position(HttpServletRequest request) throws IOException {
        byte[] body = json.body(request.getInputStream());
        String who = Caller.current().name();
        Object answer = Json.isList(body) ? list(who, body) : one(who, body);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.bytes(answer));
    }

    @PostMapping(
            path = "/api/v1/decisions/position",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Hidden
    void positions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PositionStream stream =
                new PositionStream(decisions, json, Caller.current().name());
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        try {
            stream.answer(request.getInputStream(), out);
        } catch (Refusal refusal) {
            if (!response.isCommitted()) {
                throw refusal;
            }
            // the head is out: the last line says why no more come
            out.write(json.bytes(LineProblem.of(0, refusal)));
            out.write('\n');
        }
    }

    private PositionAnswer one(String who, byte[] body) {
        GivenTenant given = json.read(body, 0, body.length, GivenTenant.class);
        return decisions
                .positions(who, List.of(given.at(Place.TOP, decisions.today())), decisions.policies())
                .get(0);
    }

    private List<PositionAnswer> list(String who, byte[] body) {
        List<GivenTenant> given = json.readList(body, GivenTenant.class);
        LocalDate today = decisions.today();
        List<Question> questions = new ArrayList<>(given.size());
        Set<Object> asked = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Place place = Place.item(i);
            Question question = Listed.item(Place.TOP, "", given, i).at(place, today);
            if (!asked.add(List.of(question.facts().id(), question.asOf()))) {
                throw place.refuse(
                        "tenant_id",
                        "The tenant %s stands in the list already for that day; ask for each once."
                                .formatted(question.facts().id()));
            }
            questions.add(question);
        }
        return decisions.positions(who, questions, decisions.policies());
    }
}
