package org.trueup.spreadsheets.report;

import java.util.List;

/**
 * What a workbook holds.
 *
 * @param file relative to the night's folder
 * @param tally what its tenants come to
 * @param sheets how many rows stand on each sheet with a table
 */
record WrittenBook(String file, NightTally tally, List<TableSheet.Extent> sheets) {}
