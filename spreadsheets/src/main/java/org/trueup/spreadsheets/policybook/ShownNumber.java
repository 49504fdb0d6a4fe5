package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trueup.spreadsheets.sheet.CellValue;

/** Whether people see another number than the one that counts, as when 9.995 shows as 10.00. */
final class ShownNumber {
    private static final Pattern DIGITS = Pattern.compile("-?(\\d+(\\.\\d*)?|\\.\\d+)(E[+-]?\\d{1,3})?");

    private ShownNumber() {}

    static boolean differs(CellValue.Number number) {
        String shown = number.shown();
        if (shown == null) {
            return false;
        }
        Matcher digits = DIGITS.matcher(shown.replace(",", "").replace('\u2212', '-'));
        if (!digits.find()) {
            return true;
        }
        BigDecimal seen = new BigDecimal(digits.group());
        return (number.percent() ? seen.movePointLeft(2) : seen).compareTo(number.value()) != 0;
    }
}
