package org.trueup.spreadsheets.policybook;

/** How bad a problem of a workbook is. */
public enum Severity {
    /** The workbook is refused. */
    ERROR,
    /** The workbook is taken, but somebody should look. */
    WARNING,
    /** Nothing is wrong; it may be meant otherwise. */
    INFO
}
