package org.trueup.spreadsheets.scenario;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.terms.SheetRow;

/**
 * An analyst's test: a made-up tenant, and what the policy is expected to say of it.
 *
 * @param at its first row
 * @param name as the analyst calls it
 * @param facts whose tenant id is the scenario's alone
 * @param expected at least one, in the order of the columns
 */
public record Scenario(SheetRow at, String name, LocalDate asOf, TenantFacts facts, List<Expected> expected) {
    public Scenario {
        expected = List.copyOf(expected);
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("the scenario \"" + name + "\" expects nothing");
        }
    }
}
