package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.EarlierNight;

/** What an earlier night said of the tenant, as a caller knows it. */
@Schema(name = "EarlierNight")
record GivenNight(
        @Schema(format = "date") @Nullable String asOf,

        @Schema(format = "date", description = "since when the tenant was over its limit; absent when it was not")
        @Nullable
        String overSince,

        @Schema(description = "the plan it was decided by") @Nullable
        String plan,

        @Schema(format = "date", description = "the first day of its grace period; over_since where absent") @Nullable
        String graceSince) {

    EarlierNight at(Place place, LocalDate asOfAsked) {
        LocalDate night = Given.day(place, "as_of", asOf);
        LocalDate over = Given.day(place, "over_since", overSince);
        LocalDate grace = Given.day(place, "grace_since", graceSince);
        if (night != null && !night.isBefore(asOfAsked)) {
            throw place.refuse("as_of", "%s %s is not before as_of %s.".formatted(place.at("as_of"), night, asOfAsked));
        }
        if (grace != null && (over == null || grace.isBefore(over))) {
            throw place.refuse(
                    "grace_since",
                    "%s %s needs an over_since that is not after it.".formatted(place.at("grace_since"), grace));
        }
        return new EarlierNight(
                night, over, Given.text(place, "plan", plan, Given.ID_LENGTH), grace == null ? over : grace);
    }
}
