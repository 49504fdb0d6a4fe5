package org.trueup.spreadsheets.policybook;

import java.util.List;

/**
 * How the table of a sheet is filled in, a sheet of scenarios included.
 *
 * @param tab as the analyst spelled it
 * @param headerRow 1 or more, as Excel shows it; the rows stand below
 * @param columns those that the sheet has, from left to right
 */
public record SheetForm(String tab, int headerRow, List<FormColumn> columns) {

    /**
     * A column.
     *
     * @param header as the product names it
     * @param letters for example {@code F}
     * @param required whether every row must fill it
     * @param expected what belongs there, within a sentence, for example {@code a whole number from 1 to 31}
     */
    public record FormColumn(String header, String letters, CellShape shape, boolean required, String expected) {}
}
