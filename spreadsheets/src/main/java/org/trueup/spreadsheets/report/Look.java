package org.trueup.spreadsheets.report;

/** How a cell looks. */
enum Look {
    TITLE,
    HELP,
    LINK,
    HEADER,
    NUMBER_HEADER,
    /** The header of a list on the overview. */
    SMALL_HEADER,
    SMALL_NUMBER_HEADER,
    SECTION,
    LABEL,
    TEXT,
    /** Text that begins like a formula, kept as text when somebody edits the cell. */
    QUOTED,
    WRAPPED,
    WRAPPED_QUOTED,
    NUMBER,
    /** A number beside its label. */
    FACT,
    MONEY,
    PERCENT,
    DATE,
    MONTH,
    TIME,
    /** A word where other rows have a number. */
    WORD
}
