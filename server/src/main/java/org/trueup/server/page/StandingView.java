package org.trueup.server.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;
import org.trueup.server.tenant.TenantView;
import org.trueup.spreadsheets.report.Offer;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/**
 * How a tenant stands, as its page begins.
 *
 * @param share used of licensed, in hundredths and at most 100; none where licences are unlimited
 * @param facts by what they are called, in the order in which they are shown
 */
record StandingView(String usage, Word status, @Nullable Integer share, String wayBack, Map<String, String> facts) {

    static StandingView of(TenantView tenant) {
        Position position = tenant.position();
        if (position == null) {
            String why = tenant.forCustomer()
                    ? "There is nothing to show of this plan."
                    : tenant.findings().stream()
                            .findFirst()
                            .map(finding -> finding.message())
                            .orElse("");
            return new StandingView("No position", Word.of((Status) null), null, why, Map.of());
        }
        return new StandingView(
                position.usageLine(),
                Word.of(position.status()),
                share(position),
                wayBack(tenant, position),
                facts(tenant, position));
    }

    private static @Nullable Integer share(Position position) {
        Integer licensed = position.licensed().count();
        if (licensed == null) {
            return null;
        }
        return licensed == 0 ? (Integer) 100 : (Integer) Math.min(100, position.used() * 100 / licensed);
    }

    private static String wayBack(TenantView tenant, Position position) {
        return tenant.forCustomer()
                ? Words.orEmpty(position.wayBack() == null ? position.whatHappens() : position.wayBack())
                : Offer.of(tenant.seen().outcome().assessment());
    }

    private static Map<String, String> facts(TenantView tenant, Position position) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Plan", position.plan());
        facts.put("Counts", Words.spoken(position.metric().code()));
        facts.put("Used", Words.number(position.used()));
        facts.put(
                "Licensed",
                position.licensed().unlimited()
                        ? "unlimited"
                        : Words.number(position.licensed().count()));
        facts.put("Required", Words.number(position.required()));
        add(facts, "Peak day", position.peakDay() == null ? null : Words.day(position.peakDay()));
        add(
                facts,
                "Peak of the month before",
                position.previousPeak() == null ? null : Words.number(position.previousPeak()));
        add(facts, "Over since", position.overSince() == null ? null : Words.day(position.overSince()));
        add(facts, "Grace", grace(position.grace()));
        facts.put("A month", Words.money(position.monthlyAmount()));
        add(facts, "To true up", position.shortBy() == 0 ? null : Words.money(position.trueUpAmount()));
        RunningTerm term = tenant.seen().outcome().runningTerm();
        if (term != null) {
            facts.put("Term", Words.day(term.startsOn()) + " to " + Words.day(term.endsOn()));
            add(
                    facts,
                    "Follows",
                    term.next() == null
                            ? null
                            : term.next().plan() + " from "
                                    + Words.day(term.next().startsOn()));
        }
        add(facts, "Subscription", position.subscriptionId());
        return facts;
    }

    private static @Nullable String grace(@Nullable Grace grace) {
        return grace == null
                ? null
                : "day %d of %d, %s %s"
                        .formatted(
                                grace.day(),
                                grace.days(),
                                grace.over() ? "ended on" : "until",
                                Words.day(grace.endsOn()));
    }

    private static void add(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
