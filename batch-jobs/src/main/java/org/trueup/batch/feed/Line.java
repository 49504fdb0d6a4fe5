package org.trueup.batch.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Cell cell = new Cell();
    private @Nullable String problem;

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

    private void refuse(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }

    private void refuseValue(Column column, String complaint) {
        refuse(Sentence.of(column, cell.text()) + complaint);
    }

    /** The entry of an id that must be there and be known, or {@link IdIndex#NONE}. */
    long known(Column column, int owner, IdIndex index) {
        Cell id = id(column);
        long entry = id == null ? IdIndex.NONE : id.in(index, owner);
        if (id != null && entry == IdIndex.NONE) {
            refuseValue(column, " is unknown");
        }
        return entry;
    }

    /** The number of a tenant that must be known; 0 where it is not. */
    int tenantNo(KnownIds ids) {
        long entry = known(Column.TENANT_ID, 0, ids.tenants());
        return entry == IdIndex.NONE ? 0 : ids.tenants().number(entry);
    }

    /** The entry of a line's id; one that is new gets the next number. {@link IdIndex#NONE} where the line is refused. */
    long entryOf(Column column, int owner, IdIndex index) {
        Cell id = id(column);
        if (id == null || problem != null) {
            return IdIndex.NONE;
        }
        long entry = id.in(index, owner);
        return entry == IdIndex.NONE ? index.addNext(owner, id.bytes(), id.from(), id.length()) : entry;
    }

    /** The number of a line's id, 0 where the line is refused. */
    int numberOf(Column column, int owner, IdIndex index) {
        long entry = entryOf(column, owner, index);
        return entry == IdIndex.NONE ? 0 : index.number(entry);
    }

    /** An id, which must be there, as it stands; none where it cannot be taken. */
    @Nullable
    Cell id(Column column) {
        Cell id = idOrNone(column);
        if (id == null) {
            refuse(column + " is empty");
        }
        return id;
    }

    /** An id as it stands, or none; valid until the next question, like every cell. */
    @Nullable
    Cell idOrNone(Column column) {
        int place = header.place(column);
        return place >= 0 && cell.take(cells, place) ? fitting(column, ID_LENGTH) : null;
    }

    /** A text that must be there; none where it cannot be taken. */
    @Nullable
    Cell needed(Column column, int longest) {
        Cell text = textOrNone(column, longest);
        if (text == null) {
            refuse(column + " is empty");
        }
        return text;
    }

    @Nullable
    Cell textOrNone(Column column, int longest) {
        return locate(column) ? fitting(column, longest) : null;
    }

    /** A text that must be there, of a form that a pattern says. */
    @Nullable
    Cell formed(Column column, Predicate<String> form, String meaning) {
        Cell text = needed(column, Integer.MAX_VALUE);
        if (text != null && !form.test(text.text())) {
            refuseValue(column, " is not " + meaning);
        }
        return text;
    }

    private @Nullable Cell fitting(Column column, int longest) {
        if (!cell.fits(longest)) {
            refuseValue(column, " is longer than " + longest + " characters");
        }
        return cell;
    }

    @Nullable
    LocalDate date(Column column) {
        if (!locate(column)) {
            return null;
        }
        int day = cell.day();
        if (day < 0) {
            refuseValue(column, " is not a date like 2026-03-01");
            return null;
        }
        LocalDate date = Dates.date(day);
        if (date.isBefore(EARLIEST)) {
            refuseValue(column, " lies before 1900");
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

    /** The UTC day of an instant as {@link Dates} packs it; meaningless where it cannot be taken. */
    int utcDay(Column column) {
        if (!locate(column)) {
            refuse(column + " is empty");
            return Dates.MALFORMED;
        }
        int day = cell.utcDay();
        if (day == Dates.NO_OFFSET) {
            refuseValue(column, " has no offset from UTC, like Z or +01:00");
        } else if (day < 0) {
            refuseValue(column, " is not an instant like 2026-03-01T09:30:00+01:00 or a date like 2026-03-01");
        } else if (day >> 5 < DayFolder.FIRST_MONTH || day >> 5 > DayFolder.LAST_MONTH) {
            refuseValue(column, " lies outside the years 1970 to 2299");
        }
        return day;
    }

    /** A whole number from 0 to 2,147,483,647. */
    @Nullable
    Integer count(Column column) {
        if (!locate(column)) {
            return null;
        }
        int count = cell.count();
        if (count == Cell.NO_COUNT) {
            refuseValue(column, " is not a whole number from 0 to 2147483647");
        }
        return count;
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
        return decimal(column, HUNDRED, " is not a number from 0 to 100");
    }

    @Nullable
    BigDecimal price(Column column) {
        return decimal(column, HIGHEST_PRICE, " is not an amount from 0 to 999999999.999999");
    }

    private @Nullable BigDecimal decimal(Column column, BigDecimal highest, String complaint) {
        if (!locate(column)) {
            return null;
        }
        String value = cell.text();
        BigDecimal number = DECIMAL.matcher(value).matches() ? new BigDecimal(value) : null;
        if (number == null || number.compareTo(highest) > 0) {
            refuseValue(column, complaint);
        } else if (number.stripTrailingZeros().scale() > DECIMALS) {
            refuseValue(column, " has more than 6 decimals");
        }
        return number;
    }

    boolean flag(Column column, boolean otherwise) {
        boolean isTrue = locate(column) ? cell.spells("TRUE") : otherwise;
        if (!isTrue && locate(column) && !cell.spells("FALSE")) {
            refuseValue(column, " is neither true nor false");
        }
        return isTrue;
    }

    /** One of a closed set of words, upper and lower case alike; none where the cell is empty. */
    <E extends Enum<E>> @Nullable E word(Column column, E[] words) {
        if (!locate(column)) {
            return null;
        }
        for (E word : words) {
            if (cell.spells(word.name())) {
                return word;
            }
        }
        refuseValue(
                column,
                Stream.of(words)
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", " is none of ", "")));
        return null;
    }

    <E extends Enum<E>> E word(Column column, E[] words, E otherwise) {
        E word = word(column, words);
        return word == null ? otherwise : word;
    }

    private boolean locate(Column column) {
        int place = header.place(column);
        return place >= 0 && cell.takeTrimmed(cells, place);
    }
}
