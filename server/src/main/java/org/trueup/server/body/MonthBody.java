package org.trueup.server.body;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.MonthUse;

/** A month of a subscription, named as the columns of months.csv are. */
@Schema(name = "Month")
public record MonthBody(
        String subscriptionId,
        @Schema(example = "2026-11") String month,
        String metric,
        int consumed,
        @Nullable Integer cumulative,
        @Nullable Integer remaining,
        @Nullable Integer overage) {

    /** As HTTP tells it. */
    public static MonthBody of(MonthUse use) {
        return new MonthBody(
                use.subscriptionId(),
                use.month().toString(),
                use.metric().code(),
                use.consumed(),
                use.cumulative(),
                use.remaining(),
                use.overage());
    }
}
