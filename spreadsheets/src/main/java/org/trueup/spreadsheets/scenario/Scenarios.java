package org.trueup.spreadsheets.scenario;

import java.util.List;
import org.trueup.rules.terms.SheetRow;

/**
 * The tests of one workbook.
 *
 * @param all in the order of the workbook
 * @param rows every row of terms and checks that a scenario could touch, in the order of the workbook
 */
public record Scenarios(List<Scenario> all, List<SheetRow> rows) {
    public Scenarios {
        all = List.copyOf(all);
        rows = List.copyOf(rows);
    }
}
