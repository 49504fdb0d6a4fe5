package org.trueup.rules.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Money;

/**
 * What a change of licences costs from a day to the end of the term.
 *
 * @param licences more than now; below 0 where some are given back
 * @param pricePerLicence and month, before the discount; none where it is by quote
 * @param discountPercent 0 to 100
 * @param amount prorated; below 0 is a credit; none where it is by quote
 * @param monthlyAmount what the tenant pays a month from then on; none where that is by quote
 * @param addOns those whose licences follow
 */
public record SeatQuote(
        int licences,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable BigDecimal pricePerLicence,
        BigDecimal discountPercent,
        @Nullable Money amount,
        @Nullable Money monthlyAmount,
        List<OfAddOn> addOns) {

    /**
     * What an add-on costs whose licences follow.
     *
     * @param licences more than now; below 0 where some are given back
     * @param total as many as it would have then
     * @param amount prorated; none where it is by quote
     */
    public record OfAddOn(
            String addOn, int licences, int total, @Nullable Money amount) {}

    /** All of it; none where a part is by quote. */
    public @Nullable Money total() {
        if (amount == null) {
            return null;
        }
        BigDecimal sum = amount.amount();
        for (OfAddOn addOn : addOns) {
            if (addOn.amount() == null) {
                return null;
            }
            sum = sum.add(addOn.amount().amount());
        }
        return new Money(sum, amount.currency());
    }
}
