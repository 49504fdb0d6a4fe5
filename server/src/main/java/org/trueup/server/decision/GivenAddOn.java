package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;

/** An add-on as a caller gives it; the names are those of add_ons.csv. */
@Schema(name = "AddOn")
record GivenAddOn(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String addOn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer licenses,

        @Schema(format = "date") @Nullable String startsOn,
        @Schema(format = "date") @Nullable String endsOn,
        @Nullable BigDecimal pricePerLicense) {

    AddOn at(Place place) {
        LocalDate starts = Given.day(place, "starts_on", startsOn);
        LocalDate ends = Given.day(place, "ends_on", endsOn);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            throw place.refuse("ends_on", "ends_on %s lies before starts_on %s.".formatted(ends, starts));
        }
        return new AddOn(
                Given.needed(place, "add_on", addOn, Given.ID_LENGTH),
                Given.neededCount(place, "licenses", licenses),
                starts,
                ends,
                Given.price(place, "price_per_license", pricePerLicense));
    }
}
