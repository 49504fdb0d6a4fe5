package org.trueup.rules.policy.derived;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.terms.PlanTerms;

/**
 * What a tenant pays.
 *
 * @param monthly for what it holds; none where there is no price or licences are unlimited
 * @param trueUp prorated, for what is short; none where something is short and has no price
 */
public record Amounts(
        TenantId tenant, @Nullable Money monthly, @Nullable Money trueUp) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** In a trial nothing is charged (N4, A6). */
    public static Amounts nothing(Standing standing) {
        Money zero = money(standing, BigDecimal.ZERO);
        return new Amounts(standing.tenant(), zero, zero);
    }

    /** By price, licences, minimum and discount. */
    public static Amounts of(Standing standing, LocalDate asOf) {
        BigDecimal trueUp = prorated(standing, standing.shortBy(), asOf);
        return new Amounts(standing.tenant(), monthly(standing), trueUp == null ? null : money(standing, trueUp));
    }

    /** The price of what is short, in words. */
    public String trueUpSaid() {
        return trueUp == null ? "price by agreement" : trueUp.toString();
    }

    private static @Nullable Money monthly(Standing standing) {
        BigDecimal price = price(standing.subscription(), standing.planTerms());
        if (price == null || standing.unlimited()) {
            return null;
        }
        int licences = standing.planTerms().atLeastMinimum(standing.licences());
        return money(standing, discounted(standing.subscription(), price).multiply(BigDecimal.valueOf(licences)));
    }

    /**
     * The price of some licences from a day to the end of the term: 12 months' price by days left over days in the term,
     * the day and the last day counted in. None where there is no price; nothing costs 0 in any case. Not rounded yet, so
     * that amounts can be added up first.
     */
    public static @Nullable BigDecimal prorated(Standing standing, int licences, LocalDate from) {
        return prorated(standing.subscription(), standing.planTerms(), licences, from);
    }

    /** The same for a subscription of which nothing else is known. */
    public static @Nullable BigDecimal prorated(Subscription term, PlanTerms plan, int licences, LocalDate from) {
        BigDecimal price = term.term() == Term.TRIAL || licences == 0 ? BigDecimal.ZERO : price(term, plan);
        if (price == null) {
            return null;
        }
        return discounted(term, price)
                .multiply(MONTHS)
                .multiply(BigDecimal.valueOf(licences))
                .multiply(BigDecimal.valueOf(term.daysLeftFrom(from)))
                .divide(BigDecimal.valueOf(term.daysInTerm()), MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal price(Subscription term, PlanTerms plan) {
        BigDecimal own = term.pricePerLicense();
        return own != null ? own : plan.price();
    }

    private static BigDecimal discounted(Subscription term, BigDecimal price) {
        BigDecimal share = BigDecimal.ONE.subtract(term.discountPercent().movePointLeft(2));
        return price.multiply(share);
    }

    private static Money money(Standing standing, BigDecimal amount) {
        return new Money(amount, standing.planTerms().currency());
    }
}
