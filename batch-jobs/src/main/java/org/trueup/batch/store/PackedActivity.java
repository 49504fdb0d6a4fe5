package org.trueup.batch.store;

import java.nio.ByteBuffer;

/**
 * The activity of some accounts of one tenant in a year, as a row of the table {@code activity} holds it: ten bytes for each account,
 * month and kind, in their order. These are the account's number (four bytes), twice the month plus the kind (two) and the days
 * (four, bit 0 is the 1st), each with its highest byte first.
 *
 * <p>Rows of their own would be most of what the store holds and of what a feed writes: a row costs MariaDB the same whether it
 * has ten bytes or a thousand.
 */
public final class PackedActivity {
    /** The table. */
    public static final String TABLE = "activity";

    /**
     * How many accounts of a tenant share a row of a year: its first ones, in the order of their numbers, the next ones, and so on. Most
     * tenants have one row a year then, and a day of a large tenant does not write all of its year anew.
     */
    public static final int ACCOUNTS_A_PART = 256;

    private static final int MONTH = 4;
    private static final int DAYS = 6;
    private static final int ENTRY = 10;

    private ByteBuffer bytes;
    private int size;

    private PackedActivity(ByteBuffer bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** The year in whose row a month stands. */
    public static int year(int month) {
        return month / 12;
    }

    /** Activity of nobody, to be added to. */
    public static PackedActivity empty() {
        return new PackedActivity(ByteBuffer.allocate(ENTRY << 6), 0);
    }

    /** Activity as it is stored. */
    public static PackedActivity of(byte[] stored) {
        return new PackedActivity(ByteBuffer.wrap(stored), stored.length);
    }

    /** How many entries there are, one for each account, month and kind. */
    public int entries() {
        return size / ENTRY;
    }

    /** The number of an entry's account. */
    public int account(int entry) {
        return bytes.getInt(entry * ENTRY);
    }

    /** The month of an entry: year * 12 + month - 1. */
    public int month(int entry) {
        return bytes.getChar(entry * ENTRY + MONTH) >>> 1;
    }

    /** The kind of an entry: 0 is a registration, 1 a login. */
    public int kind(int entry) {
        return bytes.getChar(entry * ENTRY + MONTH) & 1;
    }

    /** The days of an entry, bit 0 is the 1st. */
    public int days(int entry) {
        return bytes.getInt(entry * ENTRY + DAYS);
    }

    /** Adds an entry, which comes after all others. */
    public void add(int account, int month, int kind, int days) {
        room();
        bytes.putInt(size, account);
        bytes.putChar(size + MONTH, (char) (month << 1 | kind));
        bytes.putInt(size + DAYS, days);
        size += ENTRY;
    }

    /** Forgets all entries. */
    public void clear() {
        size = 0;
    }

    /**
     * Makes this the union of two others: each of their entries once, with the days of both.
     *
     * @return whether there is anything in it that {@code known} has not
     */
    public boolean unite(PackedActivity known, PackedActivity come) {
        clear();
        boolean more = false;
        int old = 0;
        int fresh = 0;
        while (old < known.entries() || fresh < come.entries()) {
            int order = order(known, old, come, fresh);
            int days = (order <= 0 ? known.days(old) : 0) | (order >= 0 ? come.days(fresh) : 0);
            PackedActivity from = order <= 0 ? known : come;
            int entry = order <= 0 ? old : fresh;
            add(from.account(entry), from.month(entry), from.kind(entry), days);
            more |= order > 0 || days != known.days(old);
            old += order <= 0 ? 1 : 0;
            fresh += order >= 0 ? 1 : 0;
        }
        return more;
    }

    private static int order(PackedActivity known, int old, PackedActivity come, int fresh) {
        if (old == known.entries()) {
            return 1;
        }
        return fresh == come.entries() ? -1 : Long.compare(known.key(old), come.key(fresh));
    }

    private long key(int entry) {
        return (long) account(entry) << Short.SIZE | bytes.getChar(entry * ENTRY + MONTH);
    }

    /** Adds these entries to a row, as its next column. */
    public void writeTo(BulkLoader rows) {
        rows.bytes(bytes.array(), 0, size);
    }

    private void room() {
        if (size + ENTRY > bytes.capacity()) {
            bytes = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), ENTRY)).put(bytes.array(), 0, size);
        }
    }
}
