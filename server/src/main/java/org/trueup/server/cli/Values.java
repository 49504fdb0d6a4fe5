package org.trueup.server.cli;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the values of options. A refusal begins with the value and goes on as a sentence; whoever shows it puts the
 * option's name in front.
 */
final class Values {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** The earliest day that the store can hold with room for the day before. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private Values() {}

    static LocalDate date(String value) {
        if (DATE.matcher(value).matches()) {
            try {
                LocalDate date = LocalDate.parse(value);
                if (!date.isBefore(EARLIEST)) {
                    return date;
                }
            } catch (DateTimeException e) {
                throw notA(value, "a date like 2026-11-21");
            }
        }
        throw notA(value, "a date like 2026-11-21");
    }

    static Path path(String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value).normalize();
            }
        } catch (InvalidPathException e) {
            throw notA(value, "the name of a file or folder");
        }
        throw notA(value, "the name of a file or folder");
    }

    /** A share of a hundred, with or without its sign. */
    static BigDecimal percent(String value) {
        String number = value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
        try {
            BigDecimal percent = new BigDecimal(number.trim());
            if (percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0) {
                return percent;
            }
        } catch (NumberFormatException e) {
            throw notA(value, "a percentage from 0 to 100 like 1 or 2.5");
        }
        throw notA(value, "a percentage from 0 to 100 like 1 or 2.5");
    }

    static int tenants(String value) {
        try {
            return Integer.parseInt(value.replace("_", ""));
        } catch (NumberFormatException e) {
            throw notA(value, "a number of tenants like 1000");
        }
    }

    static String vendor(String value) {
        if (!Vendor.isName(value)) {
            throw notA(value, "a vendor's name like plecto");
        }
        return value;
    }

    /** The number of a policy version. */
    static int version(String value) {
        try {
            int version = Integer.parseInt(value);
            if (version >= 1) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw notA(value, "the number of a version like 3");
        }
        throw notA(value, "the number of a version like 3");
    }

    /** A person's name, on one line. */
    static String person(String value) {
        String name = value.replaceAll("[\\p{Z}\\p{Cntrl}]+", " ").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Publication.LONGEST_NAME) {
            throw notA(value, "a name of 1 to " + Publication.LONGEST_NAME + " characters");
        }
        return name;
    }

    static String note(String value) {
        String note = value.strip();
        if (note.codePointCount(0, note.length()) > Publication.LONGEST_NOTE) {
            throw new TypeConversionException(
                    "is longer than " + Publication.LONGEST_NOTE + " characters; write a shorter one");
        }
        return note;
    }

    private static TypeConversionException notA(String value, String what) {
        return new TypeConversionException("\"" + value + "\" is not " + what);
    }
}
