package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Term;

/** A subscription as a caller gives it; the names are those of subscriptions.csv. */
@Schema(name = "Subscription")
record GivenSubscription(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String subscriptionId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String plan,

        @Schema(description = "absent: the plan's cap, or unlimited where it has none") @Nullable
        Integer licenses,

        @Schema(format = "date", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String startsOn,

        @Schema(format = "date", description = "the last day", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String endsOn,

        @Schema(description = "paid, trial or pilot; paid where absent") @Nullable
        String term,

        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal pricePerLicense,
        @Nullable String supportPlan) {

    Subscription at(Place place) {
        LocalDate starts = Given.neededDay(place, "starts_on", startsOn);
        LocalDate ends = Given.neededDay(place, "ends_on", endsOn);
        if (ends.isBefore(starts)) {
            throw place.refuse("ends_on", "ends_on %s lies before starts_on %s.".formatted(ends, starts));
        }
        return new Subscription(
                Given.needed(place, "subscription_id", subscriptionId, Given.ID_LENGTH),
                Given.needed(place, "plan", plan, Given.ID_LENGTH),
                Given.count(place, "licenses", licenses),
                starts,
                ends,
                Given.word(place, "term", term, Term.values(), Term.PAID),
                Given.percent(place, "discount_percent", discountPercent),
                Given.price(place, "price_per_license", pricePerLicense),
                Given.text(place, "support_plan", supportPlan, Given.ID_LENGTH));
    }
}
