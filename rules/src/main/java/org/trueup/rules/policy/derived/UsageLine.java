package org.trueup.rules.policy.derived;

import org.trueup.rules.fact.TenantId;

/** A tenant's use in one line of text. */
public record UsageLine(TenantId tenant, String text) {

    /** Fills the placeholders of a pattern: {used}, {licensed}, {required} and {previous peak}. */
    public static UsageLine of(Standing standing, String pattern) {
        Integer previous = standing.usage().previousPeak();
        String text = pattern.replace("{used}", Integer.toString(standing.used()))
                .replace("{licensed}", standing.licensed().toString())
                .replace("{required}", Integer.toString(standing.required()))
                .replace("{previous peak}", previous == null ? "unknown" : previous.toString());
        return new UsageLine(standing.tenant(), text);
    }
}
