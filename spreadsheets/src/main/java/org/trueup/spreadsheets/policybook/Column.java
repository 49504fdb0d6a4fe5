package org.trueup.spreadsheets.policybook;

/**
 * A column of a terms sheet.
 *
 * @param header as the sheet names it
 * @param required whether the column must be there and every row must fill it
 */
record Column<T>(String header, ValueType<T> type, boolean required) {

    static <T> Column<T> required(String header, ValueType<T> type) {
        return new Column<>(header, type, true);
    }

    static <T> Column<T> optional(String header, ValueType<T> type) {
        return new Column<>(header, type, false);
    }

    /** The same column, taking another type in some rows. */
    <U> Column<U> taking(ValueType<U> other) {
        return new Column<>(header, other, required);
    }
}
