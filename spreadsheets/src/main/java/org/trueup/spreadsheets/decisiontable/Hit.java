package org.trueup.spreadsheets.decisiontable;

/**
 * A row of the sheet that fits a tenant.
 *
 * @param row 1 or more, as Excel shows it
 */
public record Hit(Candidate candidate, int row) {}
