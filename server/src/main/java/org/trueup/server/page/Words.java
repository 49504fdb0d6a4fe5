package org.trueup.server.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trueup.rules.outcome.Money;

/** Sets dates, numbers and money as people read them; what is not known is set as a dash. */
@Component("words")
class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final char NO_BREAK = '\u00a0';
    private static final String NONE = "–";

    /** For example 27 Nov 2026. */
    public static String day(@Nullable LocalDate day) {
        return day == null ? NONE : DAY.format(day).replace(' ', NO_BREAK);
    }

    /** To the second, in UTC as the store keeps it. */
    public static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** To the minute. */
    public static String minute(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC)) + NO_BREAK + "UTC";
    }

    /** With commas between thousands. */
    public static String number(@Nullable Number number) {
        return number == null
                ? NONE
                : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    /** For example 1,234.50 USD. */
    public static String money(@Nullable Money money) {
        return money == null ? NONE : money(money.amount(), money.currency().getCurrencyCode());
    }

    /** As above. */
    public static String money(BigDecimal amount, String currency) {
        DecimalFormat cents = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return cents.format(amount) + NO_BREAK + currency;
    }

    /** One or several of something, with the number. */
    public static String count(long number, String one, String several) {
        return number(number) + NO_BREAK + (number == 1 ? one : several);
    }

    /** A text, or a dash where there is none. */
    public static String text(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }

    /** A code such as AT_LIMIT as it is read out: At limit. */
    public static String spoken(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A text that may be missing, for a form. */
    static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
