package org.trueup.spreadsheets.report;

/** How a cell looks. */
enum Look {
    TITLE,
    HELP,
    LINK,
    /** A link whose text begins like a formula. */
    LINK_QUOTED,
    HEADER,
    NUMBER_HEADER,
    /** The header of a list on the overview. */
    SMALL_HEADER,
    SMALL_NUMBER_HEADER,
    SECTION,
    LABEL,
    /** The tiles at the top of the overview: what is counted, the count, and a word on it. */
    TILE_LABEL,
    TILE_NUMBER,
    TILE_MONEY,
    TILE_WORD,
    TILE_NOTE,
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
    WORD;

    /** The look of a text that leads somewhere. */
    static Look linked(String text) {
        return FormulaLike.test(text) ? LINK_QUOTED : LINK;
    }
}
