package org.trueup.server.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.feed.UtcDay;

/** Values as callers give them, within the same bounds as those of a feed; what is wrong is refused by its place. */
final class Given {
    static final int ID_LENGTH = 190;
    static final int NAME_LENGTH = 500;
    static final int MAIL_LENGTH = 320;

    private static final int DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int FIRST_ACTIVE_YEAR = 1970;
    private static final int LAST_ACTIVE_YEAR = 2299;
    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("999999999.999999");

    private Given() {}

    static String needed(Place place, String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw place.refuse(field, "The field %s is missing.".formatted(place.at(field)));
        }
        return fitting(place, field, text, longest);
    }

    static @Nullable String text(Place place, String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : fitting(place, field, text, longest);
    }

    private static String fitting(Place place, String field, String text, int longest) {
        if (text.length() > longest) {
            throw place.refuse(field, "The field %s has more than %d characters.".formatted(place.at(field), longest));
        }
        return text;
    }

    static LocalDate neededDay(Place place, String field, @Nullable String text) {
        LocalDate day = day(place, field, text);
        if (day == null) {
            throw place.refuse(
                    field, "The field %s is missing: give a date like 2026-03-01.".formatted(place.at(field)));
        }
        return day;
    }

    static @Nullable LocalDate day(Place place, String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        LocalDate day = text.length() == DATE_LENGTH ? UtcDay.of(text) : null;
        if (day != null && day.getYear() >= FIRST_YEAR) {
            return day;
        }
        throw place.refuse(
                field, "%s %s is not a date like 2026-03-01, from 1900 on.".formatted(place.at(field), quoted(text)));
    }

    /** The UTC day of an instant with an offset, or of a date. */
    static LocalDate utcDay(Place place, String field, @Nullable String text) {
        String given = needed(place, field, text, ID_LENGTH);
        LocalDate day = UtcDay.of(given);
        if (day != null && day.getYear() >= FIRST_ACTIVE_YEAR && day.getYear() <= LAST_ACTIVE_YEAR) {
            return day;
        }
        throw place.refuse(
                field,
                "%s %s is not an instant like 2026-03-01T09:30:00+01:00 or a date like 2026-03-01, from 1970 to 2299."
                        .formatted(place.at(field), quoted(given)));
    }

    static @Nullable Integer count(Place place, String field, @Nullable Integer number) {
        if (number != null && number < 0) {
            throw place.refuse(field, "%s %d is below 0.".formatted(place.at(field), number));
        }
        return number;
    }

    static int neededCount(Place place, String field, @Nullable Integer number) {
        Integer count = count(place, field, number);
        if (count == null) {
            throw place.refuse(field, "The field %s is missing: give a whole number.".formatted(place.at(field)));
        }
        return count;
    }

    static BigDecimal percent(Place place, String field, @Nullable BigDecimal number) {
        BigDecimal percent = decimal(place, field, number, HUNDRED, "a number from 0 to 100");
        return percent == null ? BigDecimal.ZERO : percent;
    }

    static @Nullable BigDecimal price(Place place, String field, @Nullable BigDecimal number) {
        return decimal(place, field, number, HIGHEST_PRICE, "an amount from 0 to 999999999.999999");
    }

    private static @Nullable BigDecimal decimal(
            Place place, String field, @Nullable BigDecimal number, BigDecimal highest, String meaning) {
        if (number == null) {
            return null;
        }
        // numbers of a million digits are refused by their scale before anybody writes them out
        boolean sane = Math.abs((long) number.scale()) <= 1_000 && number.precision() <= 1_000;
        if (!sane
                || number.signum() < 0
                || number.compareTo(highest) > 0
                || number.stripTrailingZeros().scale() > DECIMALS) {
            throw place.refuse(field, "%s is not %s with at most 6 decimals.".formatted(place.at(field), meaning));
        }
        return number;
    }

    /** One of a closed set of words, upper and lower case alike; none where nothing is given. */
    static <E extends Enum<E>> @Nullable E word(Place place, String field, @Nullable String text, E[] words) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        for (E word : words) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw place.refuse(
                field,
                "%s %s is none of %s."
                        .formatted(
                                place.at(field),
                                quoted(text),
                                Stream.of(words)
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    static <E extends Enum<E>> E word(Place place, String field, @Nullable String text, E[] words, E otherwise) {
        E word = word(place, field, text, words);
        return word == null ? otherwise : word;
    }

    private static String quoted(String text) {
        return "\"" + (text.length() <= 100 ? text : text.substring(0, 100) + "…") + "\"";
    }
}
