package org.trueup.spreadsheets.policybook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a policy workbook.
 *
 * @param file for example {@code plecto.xlsx}
 * @param sheet none where it is the whole file's fault
 * @param cell for example {@code F7}; none where it is the whole sheet's fault
 * @param message what is wrong and what to type instead
 */
public record Problem(
        String file, @Nullable String sheet, @Nullable String cell, Severity severity, String message) {

    /** For people: {@code plecto.xlsx: Plans!F7: error: …}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file).append(": ");
        if (sheet != null) {
            text.append(sheet).append(cell == null ? "" : "!" + cell).append(": ");
        }
        return text.append(severity.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(message)
                .toString();
    }
}
