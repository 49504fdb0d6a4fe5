package org.trueup.batch.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.store.BulkLoader;

/**
 * The line at hand, read by column and type. What cannot be taken is not thrown: the first trouble is kept as the
 * line's {@link #problem()}, and the question is answered with nothing or with a value that nobody will use. Spaces
 * around a value are passed over, but not in an id.
 */
final class Line {
    /** Characters that an id and most other texts may have. */
    static final int ID_LENGTH = 190;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999999.999999");
    private static final int DECIMALS = 6;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}(\\.\\d{1,20})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Cells cells;
    private final Header header;
    private @Nullable String problem;
    private byte[] bytes = {};
    private int from;
    private int to;

    Line(Cells cells, Header header) {
        this.cells = cells;
        this.header = header;
    }

    /** Turns to the record that the cells now hold. */
    void begin() {
        problem = null;
    }

    /** The first thing that is wrong with the line, or none. */
    @Nullable
    String problem() {
        return problem;
    }

    void refuse(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }

    /** The entry of an id that must be there and be known, or {@link IdIndex#NONE}. */
    long known(Column column, int owner, IdIndex index) {
        if (!locateId(column)) {
            return IdIndex.NONE;
        }
        long entry = index.find(owner, bytes, from, to - from);
        if (entry == IdIndex.NONE) {
            refuse(Sentence.of(column, value()) + " is unknown");
        }
        return entry;
    }

    /** The entry of an id that must be there; one that is new gets the next number. */
    long knownOrNew(Column column, int owner, IdIndex index) {
        if (!locateId(column)) {
            return IdIndex.NONE;
        }
        long entry = index.find(owner, bytes, from, to - from);
        return entry == IdIndex.NONE ? index.addNext(owner, bytes, from, to - from) : entry;
    }

    /** Copies an id, which must be there, as it stands. */
    void copyId(Column column, BulkLoader row) {
        if (locateId(column)) {
            row.utf8(bytes, from, to - from);
        }
    }

    /** Copies a text, or nothing where the cell is empty. */
    void copy(Column column, int longest, BulkLoader row) {
        if (!locate(column)) {
            row.nul();
        } else if (fits(column, longest)) {
            row.utf8(bytes, from, to - from);
        }
    }

    /** Copies a text that must be there. */
    void copyNeeded(Column column, int longest, BulkLoader row) {
        if (!locate(column)) {
            refuse(column + " is empty");
        } else if (fits(column, longest)) {
            row.utf8(bytes, from, to - from);
        }
    }

    /** A text that must be there, of a form that a pattern says. */
    String needed(Column column, Pattern form, String meaning) {
        if (!locate(column)) {
            refuse(column + " is empty");
            return "";
        }
        String value = value();
        if (!form.matcher(value).matches()) {
            refuse(Sentence.of(column, value) + " is not " + meaning);
        }
        return value;
    }

    @Nullable
    LocalDate date(Column column) {
        if (!locate(column)) {
            return null;
        }
        int day = Dates.day(bytes, from, to);
        if (day < 0) {
            refuse(Sentence.of(column, value()) + " is not a date like 2026-03-01");
            return null;
        }
        LocalDate date = Dates.date(Math.max(day, 1));
        if (date.isBefore(EARLIEST)) {
            refuse(Sentence.of(column, value()) + " lies before 1900");
        }
        return date;
    }

    /** A date that must be there. */
    LocalDate neededDate(Column column) {
        LocalDate date = date(column);
        if (date == null) {
            refuse(column + " is empty");
            return LocalDate.EPOCH;
        }
        return date;
    }

    /** A period must not end before it starts. */
    void inOrder(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            refuse("ends_on %s lies before starts_on %s".formatted(endsOn, startsOn));
        }
    }

    /** The UTC day of an instant as {@link Dates} packs it; 0 where it cannot be taken. */
    int utcDay(Column column) {
        if (!locate(column)) {
            refuse(column + " is empty");
            return 0;
        }
        int day = Dates.utcDay(bytes, from, to);
        if (day == Dates.NO_OFFSET) {
            refuse(Sentence.of(column, value()) + " has no offset from UTC, like Z or +01:00");
        } else if (day < 0) {
            refuse(Sentence.of(column, value())
                    + " is not an instant like 2026-03-01T09:30:00+01:00 or a date like 2026-03-01");
        } else if (day >> 5 < DayFolder.FIRST_MONTH || day >> 5 > DayFolder.LAST_MONTH) {
            refuse(Sentence.of(column, value()) + " lies outside the years 1970 to 2299");
        }
        return day;
    }

    /** A whole number from 0 to 2,147,483,647. */
    @Nullable
    Integer count(Column column) {
        if (!locate(column)) {
            return null;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            number = bytes[i] >= '0' && bytes[i] <= '9' ? number * 10 + bytes[i] - '0' : Long.MAX_VALUE;
            if (number > Integer.MAX_VALUE) {
                refuse(Sentence.of(column, value()) + " is not a whole number from 0 to 2147483647");
                return null;
            }
        }
        return (int) number;
    }

    /** A whole number that must be there. */
    int neededCount(Column column) {
        Integer count = count(column);
        if (count == null) {
            refuse(column + " is empty");
            return 0;
        }
        return count;
    }

    @Nullable
    BigDecimal percent(Column column) {
        return decimal(column, HUNDRED, "a number from 0 to 100");
    }

    @Nullable
    BigDecimal price(Column column) {
        return decimal(column, HIGHEST_PRICE, "an amount from 0 to 999999999.999999");
    }

    boolean flag(Column column, boolean otherwise) {
        return word(column, Flag.values(), otherwise ? Flag.TRUE : Flag.FALSE, " is neither true nor false")
                == Flag.TRUE;
    }

    /** One of a closed set of words, upper and lower case alike. */
    <E extends Enum<E>> E word(Column column, E[] words, E otherwise) {
        return word(column, words, otherwise, null);
    }

    /** One of a closed set of words, none where the cell is empty. */
    <E extends Enum<E>> @Nullable E wordOrNone(Column column, E[] words) {
        return locate(column) ? word(column, words, words[0], null) : null;
    }

    private <E extends Enum<E>> E word(Column column, E[] words, E otherwise, @Nullable String complaint) {
        if (!locate(column)) {
            return otherwise;
        }
        for (E word : words) {
            if (spells(word.name())) {
                return word;
            }
        }
        refuse(Sentence.of(column, value()) + (complaint == null ? " is none of " + spelled(words) : complaint));
        return otherwise;
    }

    private static String spelled(Enum<?>[] words) {
        return Stream.of(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private boolean spells(String upperCase) {
        if (to - from != upperCase.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int b = bytes[i] >= 'a' && bytes[i] <= 'z' ? bytes[i] - 32 : bytes[i];
            if (b != upperCase.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable BigDecimal decimal(Column column, BigDecimal highest, String meaning) {
        if (!locate(column)) {
            return null;
        }
        String value = value();
        BigDecimal number = DECIMAL.matcher(value).matches() ? new BigDecimal(value) : null;
        if (number == null || number.compareTo(highest) > 0) {
            refuse(Sentence.of(column, value) + " is not " + meaning);
        } else if (number.stripTrailingZeros().scale() > DECIMALS) {
            refuse(Sentence.of(column, value) + " has more than 6 decimals");
        }
        return number;
    }

    private boolean fits(Column column, int longest) {
        boolean fits = to - from <= longest || Utf8.characters(bytes, from, to - from) <= longest;
        if (!fits) {
            refuse(Sentence.of(column, value()) + " is longer than " + longest + " characters");
        }
        return fits;
    }

    private boolean locateId(Column column) {
        if (!locate(column)) {
            refuse(column + " is empty");
            return false;
        }
        int place = header.place(column);
        from = cells.from(place);
        to = cells.to(place);
        return fits(column, ID_LENGTH);
    }

    /** Finds the value without the spaces around it; false when there is none. */
    private boolean locate(Column column) {
        int place = header.place(column);
        if (place < 0) {
            return false;
        }
        bytes = cells.bytes(place);
        from = cells.from(place);
        to = cells.to(place);
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        while (from < to && isSpace(bytes[to - 1])) {
            to--;
        }
        return from < to;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private String value() {
        return new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
    }

    private enum Flag {
        TRUE,
        FALSE
    }
}
