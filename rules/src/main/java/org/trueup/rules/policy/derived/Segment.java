package org.trueup.rules.policy.derived;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;

/** What the rows of Over the limit ask of a tenant beside its plan and its numbers: told where none of them takes it. */
public record Segment(LimitProfile tenant, List<OverLimitTerms> rows) {

    /** As a sentence goes on behind the plan, with a space before it; empty when no row asks for more. */
    public String said() {
        StringJoiner said = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (anyAsks(when -> when.term() != null)) {
            said.add(tenant.term().name().toLowerCase(Locale.ROOT));
        }
        if (anyAsks(when -> when.nonprofit() != null)) {
            said.add(tenant.nonprofit() ? "nonprofit" : "no nonprofit");
        }
        if (tenant.overSince() != null && anyAsks(when -> !when.started().open())) {
            said.add("over since " + tenant.overSince());
        }
        if (tenant.overSince() != null && anyAsks(when -> when.overForDays() != null)) {
            said.add("on day " + tenant.daysOver() + " over");
        }
        return said.toString();
    }

    private boolean anyAsks(Predicate<OverLimitConditions> condition) {
        return rows.stream().map(OverLimitTerms::when).anyMatch(condition);
    }
}
