package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.trueup.spreadsheets.sheet.CellText;

/** What an annotated workbook holds that a check wrote into it: passed over when it is read again. */
public final class CheckMarks {
    /** The tabs of the lists; the second names are for workbooks that have a sheet of the first name already. */
    public static final List<String> PROBLEMS = List.of("Problems", "Trueup problems");

    public static final List<String> COVERAGE = List.of("Coverage", "Trueup coverage");

    /** How the heading of a column of scenario results begins, and every line in a comment. */
    public static final String PREFIX = "Trueup: ";

    private CheckMarks() {}

    /** Whether a column's heading says that a check filled the column. */
    public static boolean isHeading(String typed) {
        return CellText.word(typed).startsWith(PREFIX);
    }
}
