package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.security.Caller;

/** Requests for seats of tenants that the store knows. */
@RestController
@Tag(name = "decisions", description = "Decisions between nights, by the same engine as the night's.")
class SeatApi {
    private final Seats seats;
    private final Json json;

    SeatApi(Seats seats, Json json) {
        this.seats = seats;
        this.json = json;
    }

    @PostMapping(
            path = "/api/v1/tenants/{id}/seat-requests",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "requestSeats",
            summary = "Whether a tenant may add users, or set its licences to a number, and what that costs",
            description = "Answered on the latest facts; reserves nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = GivenSeatRequest.class))))
    SeatBody request(@PathVariable String id, HttpServletRequest request) throws IOException {
        byte[] body = json.body(request.getInputStream());
        return seats.answer(Caller.current(), id, json.read(body, 0, body.length, GivenSeatRequest.class));
    }
}
