package org.trueup.batch.feed;

import java.io.Closeable;
import java.nio.file.Path;

/** The days of activity that a feed brought, waiting in memory and scratch files until they may become facts. */
final class FoldedActivity implements Closeable {
    /** Activity lines in memory at a time, eight bytes each. */
    private static final int LINES_IN_MEMORY = 1 << 22;

    private final AccountOrder order;
    private final DayFolder days;

    /** Starts folding activity of the accounts that are known now. */
    FoldedActivity(KnownIds ids, Path scratch) {
        order = new AccountOrder(ids.accounts(), ids.tenants().highest(), scratch);
        days = new DayFolder(scratch, LINES_IN_MEMORY);
    }

    AccountOrder order() {
        return order;
    }

    DayFolder days() {
        return days;
    }

    @Override
    public void close() {
        order.close();
        days.close();
    }
}
