package org.trueup.spreadsheets.whatif;

/**
 * Why a tenant is decided otherwise: the cells in which the rows that decided it differ.
 *
 * @param words for example {@code Plans D5: Price per licence and month 10 → 12}; empty where the same rows decided
 * @param oldCells cells of the published workbook, separated by spaces
 * @param newCells cells of the draft, separated by spaces
 */
public record RowChanges(String words, String oldCells, String newCells) {}
