package org.trueup.spreadsheets.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How old the facts of a report are: the vendor's own board is real-time, this is not (L9). */
final class FactsAsOf {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FactsAsOf() {}

    /** To follow another sentence; empty where facts came some other way than by a feed. */
    static String sentence(NightOutcome night) {
        return night.feed()
                .map(feed -> " Facts are those of the feed of " + MINUTE.format(feed.newestFileAt()) + ".")
                .orElse("");
    }
}
