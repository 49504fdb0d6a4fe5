package org.trueup.batch.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds activity, a line at a time and in any order, into one set of days for each account, month and kind. Lines are
 * gathered in a bounded buffer; a full one is sorted, folded and put aside on disk, and at the end the sorted runs are
 * merged. So the memory is constant, and each key comes out once even where a file is in the order of time.
 */
final class DayFolder implements Closeable {
    /** The first month that can be folded: January 1970. */
    static final int FIRST_MONTH = 1970 * 12;
    /** The last month that can be folded: December 2299. */
    static final int LAST_MONTH = 2299 * 12 + 11;

    private static final int DAY_BITS = 5;
    private static final int MONTH_BITS = 12;

    private final Path scratch;
    private final int capacity;
    private long[] buffer;
    private int size;
    private int firstMonth = LAST_MONTH + 1;
    private int lastMonth;
    private int firstRank = Integer.MAX_VALUE;
    private int lastRank;
    private @Nullable FileChannel file;
    private final List<SortedRun> runs = new ArrayList<>();

    /** Takes the folded rows, in the order of their keys, each key once. */
    interface Taker {
        void take(int rank, int month, int kind, int days);
    }

    DayFolder(Path scratch, int capacity) {
        this.scratch = scratch;
        this.capacity = capacity;
        this.buffer = new long[Math.min(capacity, 1 << 16)];
    }

    /**
     * Adds a day on which an account was active.
     *
     * @param month {@link #FIRST_MONTH} to {@link #LAST_MONTH}
     * @param kind 0 or 1
     * @param day of the month, 1 to 31
     */
    void add(int rank, int month, int kind, int day) {
        firstMonth = Math.min(firstMonth, month);
        lastMonth = Math.max(lastMonth, month);
        firstRank = Math.min(firstRank, rank);
        lastRank = Math.max(lastRank, rank);
        if (size == buffer.length) {
            makeRoom();
        }
        long key = ((long) rank << MONTH_BITS | (month - FIRST_MONTH)) << 1 | kind;
        buffer[size++] = key << DAY_BITS | (day - 1);
    }

    boolean isEmpty() {
        return lastMonth == 0;
    }

    /** The earliest month with a day in it. */
    int firstMonth() {
        return firstMonth;
    }

    /** The latest month with a day in it. */
    int lastMonth() {
        return lastMonth;
    }

    /** The lowest rank with a day. */
    int firstRank() {
        return firstRank;
    }

    /** The highest rank with a day. */
    int lastRank() {
        return lastRank;
    }

    /** Hands over everything that was added; can be done once. */
    void drainTo(Taker taker) {
        Arrays.sort(buffer, 0, size);
        if (runs.isEmpty()) {
            fold((key, days) -> hand(taker, key, days));
            return;
        }
        spill();
        RunMerge.of(runs).forEach((key, days) -> hand(taker, key, days));
    }

    private static void hand(Taker taker, long key, int days) {
        int month = (int) (key >>> 1) & ((1 << MONTH_BITS) - 1);
        taker.take((int) (key >>> MONTH_BITS + 1), month + FIRST_MONTH, (int) key & 1, days);
    }

    private void makeRoom() {
        if (buffer.length < capacity) {
            buffer = Arrays.copyOf(buffer, Math.min(capacity, 2 * buffer.length));
            return;
        }
        Arrays.sort(buffer);
        spill();
    }

    private void fold(SortedRun.Row row) {
        int i = 0;
        while (i < size) {
            long key = buffer[i] >>> DAY_BITS;
            int days = 0;
            do {
                days |= 1 << (buffer[i++] & 31);
            } while (i < size && buffer[i] >>> DAY_BITS == key);
            row.take(key, days);
        }
        size = 0;
    }

    private void spill() {
        if (file == null) {
            file = MappedMemory.scratchFile(scratch);
        }
        try (SortedRun.Writer run = new SortedRun.Writer(file)) {
            fold(run);
            runs.add(run.written());
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
