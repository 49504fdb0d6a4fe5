package org.trueup.spreadsheets.analysis;

/**
 * Two rows of the same rank that take the same example, and no row of a higher rank takes it: the order alone decides.
 *
 * @param upper number of the row higher up, 0 or more
 * @param lower number of the row further down
 * @param same whether both take exactly the same
 */
public record Tie<E>(int upper, int lower, E example, boolean same) {}
