package org.trueup.spreadsheets.report;

/**
 * A place in a workbook that a link leads to.
 *
 * @param row 1 or more, as Excel shows it
 */
record Spot(String sheet, int row) {
    static Spot top(String sheet) {
        return new Spot(sheet, 1);
    }

    String address() {
        return "'" + sheet.replace("'", "''") + "'!A" + row;
    }
}
