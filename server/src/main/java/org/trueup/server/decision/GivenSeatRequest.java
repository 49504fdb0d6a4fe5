package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.request.SeatRequest;

/** A request for seats as a caller gives it: either so many users more, or so many licences in all. */
@Schema(name = "SeatRequest", description = "either add or total")
record GivenSeatRequest(
        @Schema(description = "users more, from 1 to 100,000", example = "2") @Nullable
        Integer add,

        @Schema(description = "licences in all, from 0 to 100,000,000") @Nullable
        Integer total,

        @Schema(format = "date", description = "the day to decide for; today (UTC) where absent") @Nullable
        String asOf) {
    /** Each is made up and counted. */
    private static final int MOST_USERS = 100_000;

    private static final int MOST_LICENCES = 100_000_000;

    SeatRequest request() {
        if (add != null && total != null) {
            throw Place.TOP.refuse("total", "Give either add or total, not both.");
        }
        if (add != null) {
            return new SeatRequest.Add(within("add", add, 1, MOST_USERS));
        }
        if (total == null) {
            throw Place.TOP.refuse("add", "Give add, the number of users to add, or total, the number of licences.");
        }
        return new SeatRequest.Total(within("total", total, 0, MOST_LICENCES));
    }

    LocalDate day(LocalDate today) {
        LocalDate given = Given.day(Place.TOP, "as_of", asOf);
        return given == null ? today : given;
    }

    private static int within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw Place.TOP.refuse(field, "%s %d is not from %d to %d.".formatted(field, number, least, most));
        }
        return number;
    }
}
