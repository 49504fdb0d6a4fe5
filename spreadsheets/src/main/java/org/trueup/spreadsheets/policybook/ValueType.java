package org.trueup.spreadsheets.policybook;

import org.trueup.spreadsheets.sheet.CellValue;

/** What a column takes, and how a typed cell becomes a value of it. Formulas and error values never come this far. */
interface ValueType<T> {

    /** For the sentence "the cell is empty; type …", for example {@code a whole number from 1 to 31}. */
    String expected();

    Parsed<T> parse(CellValue cell);

    /** What an editor of such a cell offers. */
    default CellShape shape() {
        return CellShape.TEXT;
    }

    /** A value, or what is wrong with the cell. */
    sealed interface Parsed<T> {
        record Right<T>(T value) implements Parsed<T> {}

        record Wrong<T>(String message) implements Parsed<T> {}

        static <T> Parsed<T> right(T value) {
            return new Right<>(value);
        }

        static <T> Parsed<T> wrong(String message) {
            return new Wrong<>(message);
        }
    }
}
