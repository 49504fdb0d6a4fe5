package org.trueup.server.kills;

import java.util.List;
import java.util.function.Predicate;

/** The parts of a night in which something is killed, each with the line of output after which it begins. */
enum Moment {
    FEED(line -> line.startsWith("Opening the store: ")),
    NIGHT(line -> line.startsWith("Feed: merge facts")),
    REPORTS(line -> line.startsWith("Deciding: ") && !line.contains(" of "));

    private final Predicate<String> begins;

    Moment(Predicate<String> begins) {
        this.begins = begins;
    }

    Predicate<String> begins() {
        return begins;
    }

    /** How long it took in a night that nobody disturbed, in milliseconds. */
    long millisIn(NightProcess night) {
        List<Moment> all = List.of(values());
        long from = night.millisAt(begins);
        long to = ordinal() + 1 < all.size() ? night.millisAt(all.get(ordinal() + 1).begins) : night.millisAtEnd();
        return Math.max(1, to - from);
    }
}
