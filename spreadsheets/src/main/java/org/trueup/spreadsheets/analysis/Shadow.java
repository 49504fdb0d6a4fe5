package org.trueup.spreadsheets.analysis;

import java.util.List;

/**
 * A row that never wins.
 *
 * @param row its number, 0 or more
 * @param by the rows that win over it; together they take all that it takes
 */
public record Shadow(int row, List<Integer> by) {}
