package org.trueup.spreadsheets.scenario;

/**
 * A row of terms or checks, and in how many scenarios it decided something.
 *
 * @param row 1 or more, as Excel shows it
 * @param scenarios 0 or more
 */
public record RowTouch(String sheet, int row, int scenarios) {}
