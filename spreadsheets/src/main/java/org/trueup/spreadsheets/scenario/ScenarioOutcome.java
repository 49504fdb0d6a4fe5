package org.trueup.spreadsheets.scenario;

import java.util.List;

/**
 * What became of one scenario.
 *
 * @param sheet the tab that it stands on
 * @param row its first row, 1 or more, as Excel shows it
 * @param name as the analyst calls it
 * @param expectations each filled cell on the right, in the order of the columns
 */
public record ScenarioOutcome(String sheet, int row, String name, List<Expectation> expectations) {

    public boolean passed() {
        return expectations.stream().allMatch(Expectation::met);
    }

    /**
     * One thing that was expected.
     *
     * @param column the heading
     * @param cell for example {@code M7}
     * @param expected as typed
     * @param got what the policy gives, said in the same way
     */
    public record Expectation(String column, String cell, String expected, String got, boolean met) {}
}
