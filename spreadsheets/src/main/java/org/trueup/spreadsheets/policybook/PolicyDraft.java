package org.trueup.spreadsheets.policybook;

import java.util.List;
import java.util.Optional;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.policy.Policy;
import org.trueup.spreadsheets.scenario.Scenarios;
import org.trueup.spreadsheets.sheet.SheetContent;

/**
 * A workbook as far as it could be read: the rows that are right, and what is wrong with the others.
 *
 * @param policy of the rows that could be read; none where the file could not be opened
 * @param checks the rows of the sheet Checks that could be read
 * @param scenarios the analysts' tests that could be read
 * @param problems by sheet, row and column
 * @param tabs the workbook's sheets that are read, in their order
 * @param tables the tables that were found, those of other sheets are missing
 * @param forms how each table that was found is filled in, those of scenarios too, in the order of the tabs
 * @param contents what the sheets that are read hold, cell by cell
 * @param rows the rows that could be read, as people read them, sheet by sheet from top to bottom
 */
public record PolicyDraft(
        Optional<Policy> policy,
        List<CheckTerms> checks,
        Scenarios scenarios,
        List<Problem> problems,
        List<String> tabs,
        List<SheetTable> tables,
        List<SheetForm> forms,
        List<SheetContent> contents,
        List<PolicyRow> rows) {

    public boolean anyError() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The table of a sheet, if it was found. */
    public Optional<SheetTable> table(String sheet) {
        return tables.stream().filter(table -> table.sheet().equals(sheet)).findFirst();
    }
}
