package org.trueup.spreadsheets.report;

/**
 * Where the sheets of a workbook keep their rows while there is no workbook yet.
 *
 * @param rowLimit how many rows sheets take at most, header and title counted
 */
record SheetRoom(RowSpool spool, int rowLimit) {
    /** The way back to the sheet that the workbook opens with. */
    private static final int LINKS_ABOVE_A_TABLE = 1;

    /** The rows of a table, to stand below those that the sheet has of its own. */
    StreamedRows table(int columns) {
        return new StreamedRows(new PackedXml(spool), new Links(new PackedXml(spool), LINKS_ABOVE_A_TABLE), columns);
    }

    /** Rows that are put in order before they are written. */
    SortedRows sorted() {
        return new SortedRows(spool.file());
    }
}
