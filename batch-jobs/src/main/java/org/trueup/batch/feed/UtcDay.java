package org.trueup.batch.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads days and instants as the feed does, for others who take the same facts. */
public final class UtcDay {
    private UtcDay() {}

    /** The UTC day of {@code 2026-03-01} or of an instant with an offset from UTC; none for any other text. */
    public static @Nullable LocalDate of(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        int day = Dates.utcDay(ascii, 0, ascii.length);
        return day < 0 ? null : Dates.date(day);
    }
}
