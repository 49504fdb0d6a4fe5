package org.trueup.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.rules.request.SeatQuote;
import org.trueup.server.decision.Seats;

/** An answer to a question about seats as the page shows it. */
record SeatView(
        boolean allowed,
        String reason,
        Map<String, String> facts,
        List<FindingLine> follows,
        @Nullable RowSaying row) {

    static SeatView of(Seats.Answered answered, boolean forCustomer, @Nullable RowSaying row) {
        SeatAnswer answer = answered.answer();
        return new SeatView(
                answer.allowed(),
                answer.reason(),
                facts(answer),
                forCustomer ? List.of() : FindingLine.all(answer.follows(), finding -> null),
                forCustomer ? null : row);
    }

    private static Map<String, String> facts(SeatAnswer answer) {
        Map<String, String> facts = new LinkedHashMap<>();
        add(facts, "Now", answer.now());
        add(facts, answer.allowed() ? "Then" : "It would be", answer.after());
        SeatQuote quote = answer.quote();
        if (quote != null && quote.licences() != 0) {
            facts.put(
                    "Costs",
                    "%s for %s to %s"
                            .formatted(
                                    quote.total() == null ? "by quote" : Words.money(quote.total()),
                                    Words.count(quote.licences(), "licence", "licences"),
                                    Words.day(quote.endsOn())));
            for (SeatQuote.OfAddOn addOn : quote.addOns()) {
                facts.put(
                        "Of which " + addOn.addOn(), addOn.amount() == null ? "by quote" : Words.money(addOn.amount()));
            }
            facts.put(
                    "A month from then on",
                    quote.monthlyAmount() == null ? "by quote" : Words.money(quote.monthlyAmount()));
        }
        return facts;
    }

    private static void add(Map<String, String> facts, String name, @Nullable Position position) {
        if (position != null) {
            facts.put(
                    name,
                    position.usageLine() + ", " + Word.of(position.status()).text());
        }
    }
}
