package org.trueup.batch.night;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.PropertyResolver;

/**
 * What to keep of what grows night by night. Nothing is dropped where nothing is said: what is dropped cannot be had again.
 *
 * @param dailyNights the last so many nights; none keeps all, and then the months have no say
 * @param monthEnds months of which the last night is kept, counted back from the latest night's; none keeps all of them
 * @param decisions days for which answers over HTTP stay in their log; none for ever
 * @param sentMails days for which mails that were sent or refused stay; none for ever
 * @param dryRun tells what would be dropped, and drops nothing
 */
record KeepSettings(
        @Nullable Integer dailyNights,
        @Nullable Integer monthEnds,
        @Nullable Integer decisions,
        @Nullable Integer sentMails,
        boolean dryRun) {
    static final KeepSettings ALL = new KeepSettings(null, null, null, null, false);

    private static final String PREFIX = "trueup.keep.";

    static KeepSettings of(PropertyResolver settings) {
        return new KeepSettings(
                number(settings, "daily-nights", 2),
                number(settings, "month-ends", 0),
                number(settings, "decisions", 1),
                number(settings, "sent-mails", 1),
                bool(settings, "dry-run"));
    }

    private static boolean bool(PropertyResolver settings, String name) {
        try {
            return settings.getProperty(PREFIX + name, Boolean.class, false);
        } catch (ConversionException e) {
            throw unusable(name, settings.getProperty(PREFIX + name, ""), "must be true or false");
        }
    }

    private static @Nullable Integer number(PropertyResolver settings, String name, int atLeast) {
        String text = settings.getProperty(PREFIX + name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= atLeast) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is too small is
        }
        throw unusable(name, text, "must be a whole number from " + atLeast + " on, or be left out to keep everything");
    }

    private static NightException unusable(String name, String text, String must) {
        return new NightException(
                "The setting %s%s is \"%s\", but %s; correct it in application.yaml or in the environment."
                        .formatted(PREFIX, name, text, must));
    }
}
