package org.trueup.spreadsheets.whatif;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Status;

/**
 * From which status to which a tenant comes.
 *
 * @param from none where the published policy gives no position
 * @param to none where the draft gives no position
 */
public record Move(@Nullable Status from, @Nullable Status to) implements Comparable<Move> {
    /** What stands for the status of a tenant without a position. */
    public static final String NOT_DECIDED = "not decided";

    private static final Comparator<@Nullable Status> GOOD_FIRST = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Move> ORDER =
            Comparator.comparing(Move::from, GOOD_FIRST).thenComparing(Move::to, GOOD_FIRST);

    public boolean changesStatus() {
        return from != to;
    }

    /** For example {@code COMPLIANT → WARNING}. */
    public String words() {
        return word(from) + " → " + word(to);
    }

    public static String word(@Nullable Status status) {
        return status == null ? NOT_DECIDED : status.name();
    }

    @Override
    public int compareTo(Move other) {
        return ORDER.compare(this, other);
    }
}
