package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatQuote;
import org.trueup.server.body.PositionFields;

/**
 * Whether a tenant may have what it asked for.
 *
 * @param follows what would be found that is not found now
 */
@Schema(name = "SeatAnswer")
record SeatBody(
        boolean allowed,

        @Schema(description = "for people, in the words of the sheet")
        String reason,

        @Nullable Quote quote,
        String rule,
        @Nullable String cell,
        String tenantId,
        String vendor,
        LocalDate asOf,
        @Nullable Integer policyVersion,
        @Nullable Standing now,
        @Nullable Standing after,
        List<FindingAnswer> follows) {

    static SeatBody of(SeatAnswer answer, Tenant tenant, LocalDate asOf, @Nullable Integer policyVersion) {
        return new SeatBody(
                answer.allowed(),
                answer.reason(),
                Quote.of(answer.quote()),
                answer.rule(),
                answer.cell() == null ? null : answer.cell().toString(),
                tenant.id().value(),
                tenant.vendor().name(),
                asOf,
                policyVersion,
                Standing.of(answer.now()),
                Standing.of(answer.after()),
                answer.follows().stream().map(FindingAnswer::of).toList());
    }

    /** How a tenant stands; {@code licensed} is null where it is unlimited. */
    @Schema(name = "SeatStanding")
    record Standing(String plan, int used, @Nullable Integer licensed, String status, String usageLine) {

        static @Nullable Standing of(@Nullable Position position) {
            return position == null
                    ? null
                    : new Standing(
                            position.plan(),
                            position.used(),
                            position.licensed().count(),
                            position.status().name(),
                            position.usageLine());
        }
    }

    /** What the change of licences costs; an amount is null where it is by quote. */
    @Schema(name = "SeatQuote")
    record Quote(
            @Schema(description = "more than now; below 0 where some are given back")
            int licenses,

            LocalDate startsOn,
            LocalDate endsOn,
            @Nullable BigDecimal pricePerLicense,
            BigDecimal discountPercent,

            @Schema(description = "prorated to ends_on, after the discount; below 0 is a credit; null: by quote")
            @Nullable
            BigDecimal amount,

            @Nullable String currency,
            boolean byQuote,
            @Nullable BigDecimal monthlyAmount,
            List<AddOnQuote> addOns,

            @Schema(description = "amount and add-ons; null where any of it is by quote") @Nullable
            BigDecimal totalAmount) {

        static @Nullable Quote of(@Nullable SeatQuote quote) {
            if (quote == null) {
                return null;
            }
            Money money = quote.amount();
            return new Quote(
                    quote.licences(),
                    quote.startsOn(),
                    quote.endsOn(),
                    quote.pricePerLicence(),
                    quote.discountPercent(),
                    PositionFields.amount(money),
                    money == null ? null : money.currency().getCurrencyCode(),
                    money == null,
                    PositionFields.amount(quote.monthlyAmount()),
                    quote.addOns().stream().map(AddOnQuote::of).toList(),
                    PositionFields.amount(quote.total()));
        }
    }

    /** What an add-on costs whose licences follow. */
    @Schema(name = "SeatAddOnQuote")
    record AddOnQuote(
            String addOn,
            @Schema(description = "more than now") int licenses,
            @Schema(description = "in all then") int total,
            @Nullable BigDecimal amount,
            boolean byQuote) {

        static AddOnQuote of(SeatQuote.OfAddOn quote) {
            return new AddOnQuote(
                    quote.addOn(),
                    quote.licences(),
                    quote.total(),
                    PositionFields.amount(quote.amount()),
                    quote.amount() == null);
        }
    }
}
