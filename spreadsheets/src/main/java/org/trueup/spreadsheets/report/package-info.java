/**
 * A night's output: the CSV files for machines and the workbooks for people. Called by the night job, which reads the
 * night back from the store; writes what it is given and decides nothing. Never opens a database or looks at a rule.
 */
@NullMarked
package org.trueup.spreadsheets.report;

import org.jspecify.annotations.NullMarked;
