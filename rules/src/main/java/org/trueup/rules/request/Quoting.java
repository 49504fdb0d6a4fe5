package org.trueup.rules.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.policy.derived.Amounts;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.PlanTerms;

/** The price of a change of licences: what the sheets or the subscription price, the rest is by quote. */
final class Quoting {
    private final Asker asker;

    Quoting(Asker asker) {
        this.asker = asker;
    }

    /**
     * @param after the position with the change; none where there would be none
     * @param more licences; below 0 where some are given back
     * @param following add-ons that get the same number as the subscription
     * @param total that number
     */
    @Nullable
    SeatQuote quote(Subscription bought, @Nullable Position after, int more, List<String> following, int total) {
        PlanTerms plan = asker.policy().plan(bought.plan()).orElse(null);
        if (plan == null) {
            return null;
        }
        BigDecimal own = bought.pricePerLicense();
        return new SeatQuote(
                more,
                asker.asOf(),
                bought.endsOn(),
                own != null ? own : plan.price(),
                bought.discountPercent(),
                amount(bought, plan, more),
                after == null ? null : after.monthlyAmount(),
                addOns(bought, plan, following, total));
    }

    /** Seats that are given back are credited where the plan counts added users (N5); elsewhere nothing is said of it. */
    private @Nullable Money amount(Subscription bought, PlanTerms plan, int more) {
        int charged = more < 0 && plan.metric() != Metric.ADDED_USERS ? 0 : more;
        BigDecimal amount = Amounts.prorated(bought, plan, charged, asker.asOf());
        return amount == null ? null : new Money(amount, plan.currency());
    }

    private List<SeatQuote.OfAddOn> addOns(Subscription bought, PlanTerms plan, List<String> following, int total) {
        List<SeatQuote.OfAddOn> quotes = new ArrayList<>();
        for (AddOn addOn : asker.addOnsInForce()) {
            int more = total - addOn.licenses();
            if (following.contains(addOn.name()) && more != 0) {
                BigDecimal price = addOn.pricePerLicense() != null ? addOn.pricePerLicense() : sheetPrice(addOn, plan);
                Money amount = price == null ? null : amount(priced(bought, price), plan, more);
                quotes.add(new SeatQuote.OfAddOn(addOn.name(), more, total, amount));
            }
        }
        return quotes;
    }

    private @Nullable BigDecimal sheetPrice(AddOn addOn, PlanTerms plan) {
        return asker.policy().addOns().stream()
                .filter(row -> row.fits(addOn.name(), plan.plan()))
                .reduce((one, other) -> other.beats(one) ? other : one)
                .map(AddOnTerms::price)
                .orElse(null);
    }

    /** The add-on runs with the subscription, at its discount and to its end (A13). */
    private static Subscription priced(Subscription bought, BigDecimal price) {
        return new Subscription(
                bought.id(),
                bought.plan(),
                bought.licenses(),
                bought.startsOn(),
                bought.endsOn(),
                bought.term(),
                bought.discountPercent(),
                price,
                bought.supportPlan());
    }
}
