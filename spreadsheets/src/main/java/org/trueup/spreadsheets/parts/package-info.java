/**
 * A workbook as the zip package that it is: its parts, how they hang together, their markup, and the cells of a sheet. Used by
 * the packages that change something in a workbook that people made, and must leave everything else in it as it is: parts that
 * nobody changes keep their bytes. It takes only files that {@link org.trueup.spreadsheets.sheet.WorkbookReader} has let pass,
 * and knows nothing of policies.
 */
@NullMarked
package org.trueup.spreadsheets.parts;

import org.jspecify.annotations.NullMarked;
