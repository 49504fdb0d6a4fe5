package org.trueup.batch.feed;

import java.io.Closeable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Finds the number that stands for an id, for tens of millions of ids in a constant heap. A key is an owner (the
 * tenant's number, or 0) and the id's bytes; keys are compared byte for byte, so no two are ever taken for one.
 * Entries are known by their address and are never removed. An entry holds, at these offsets: hash 0, owner 8,
 * number 12, rank 16, length 20, fingerprint 24, the id 32.
 */
final class IdIndex implements Closeable {
    /** Answer to a question for an id that is not there. */
    static final long NONE = -1;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ID = 32;
    private static final int TAG_SHIFT = 40;
    private static final long ADDRESS = (1L << TAG_SHIFT) - 1;

    private final Path scratch;
    private final MappedMemory entries;
    private MappedMemory slots;
    private long mask = (1 << 16) - 1;
    private long end;
    private long count;
    private int highest;

    IdIndex(Path scratch) {
        this.scratch = scratch;
        entries = MappedMemory.in(scratch);
        slots = emptySlots();
    }

    /** The entry of an id, or {@link #NONE}. */
    long find(int owner, byte[] bytes, int from, int length) {
        long hash = hash(owner, bytes, from, length);
        for (long slot = hash & mask; ; slot = (slot + 1) & mask) {
            long value = slots.getLong(slot << 3);
            if (value == 0) {
                return NONE;
            }
            long entry = ((value & ADDRESS) - 1) << 3;
            if (value >>> TAG_SHIFT == hash >>> TAG_SHIFT && isKey(entry, owner, bytes, from, length)) {
                return entry;
            }
        }
    }

    /** Adds an id that is not there yet. */
    long add(int owner, int number, byte[] bytes, int from, int length) {
        if (2 * (count + 1) > mask) {
            widen();
        }
        long size = ID + ((length + 7L) & ~7L);
        if ((end & (MappedMemory.SEGMENT - 1)) + size > MappedMemory.SEGMENT) {
            end = (end / MappedMemory.SEGMENT + 1) * MappedMemory.SEGMENT;
        }
        long entry = end;
        long hash = hash(owner, bytes, from, length);
        entries.putLong(entry, hash);
        entries.putInt(entry + 8, owner);
        entries.putInt(entry + 12, number);
        entries.putInt(entry + 20, length);
        for (int i = 0; i < length; i += 8) {
            entries.putLong(entry + ID + i, eight(bytes, from + i, length - i));
        }
        end += size;
        count++;
        highest = Math.max(highest, number);
        occupy(hash, entry);
        return entry;
    }

    /** Adds an id under the number after the highest so far. */
    long addNext(int owner, byte[] bytes, int from, int length) {
        return add(owner, Math.addExact(highest, 1), bytes, from, length);
    }

    int number(long entry) {
        return entries.getInt(entry + 12);
    }

    int owner(long entry) {
        return entries.getInt(entry + 8);
    }

    int rank(long entry) {
        return entries.getInt(entry + 16);
    }

    void rank(long entry, int rank) {
        entries.putInt(entry + 16, rank);
    }

    /** The fingerprint of the row that was last seen for an id, 0 where none was. */
    long fingerprint(long entry) {
        return entries.getLong(entry + 24);
    }

    void fingerprint(long entry, long fingerprint) {
        entries.putLong(entry + 24, fingerprint);
    }

    long count() {
        return count;
    }

    /** The highest number given so far, 0 at first. */
    int highest() {
        return highest;
    }

    /** Visits every entry in the order in which they were added. */
    void forEach(LongConsumer visitor) {
        long entry = 0;
        for (long i = 0; i < count; i++) {
            long room = MappedMemory.SEGMENT - (entry & (MappedMemory.SEGMENT - 1));
            if (room < ID || entries.getInt(entry + 12) == 0) {
                entry += room;
            }
            visitor.accept(entry);
            entry += ID + ((entries.getInt(entry + 20) + 7L) & ~7L);
        }
    }

    private boolean isKey(long entry, int owner, byte[] bytes, int from, int length) {
        if (entries.getInt(entry + 8) != owner || entries.getInt(entry + 20) != length) {
            return false;
        }
        for (int i = 0; i < length; i += 8) {
            if (entries.getLong(entry + ID + i) != eight(bytes, from + i, length - i)) {
                return false;
            }
        }
        return true;
    }

    private void occupy(long hash, long entry) {
        long slot = hash & mask;
        while (slots.getLong(slot << 3) != 0) {
            slot = (slot + 1) & mask;
        }
        slots.putLong(slot << 3, hash >>> TAG_SHIFT << TAG_SHIFT | ((entry >>> 3) + 1));
    }

    private void widen() {
        slots.close();
        mask = 2 * mask + 1;
        slots = emptySlots();
        forEach(entry -> occupy(entries.getLong(entry), entry));
    }

    private MappedMemory emptySlots() {
        MappedMemory empty = MappedMemory.in(scratch);
        empty.reserve((mask + 1) << 3);
        return empty;
    }

    private static long hash(int owner, byte[] bytes, int from, int length) {
        long hash = owner * 0x9E3779B97F4A7C15L + length;
        for (int i = 0; i < length; i += 8) {
            hash = (hash ^ eight(bytes, from + i, length - i)) * 0xBF58476D1CE4E5B9L;
            hash ^= hash >>> 29;
        }
        hash *= 0x94D049BB133111EBL;
        return hash ^ hash >>> 32;
    }

    /** Up to eight bytes as one number, zeros after the last. */
    private static long eight(byte[] bytes, int from, int left) {
        if (left >= 8) {
            return (long) LONG.get(bytes, from);
        }
        long value = 0;
        for (int i = 0; i < left; i++) {
            value |= (bytes[from + i] & 0xFFL) << (8 * i);
        }
        return value;
    }

    @Override
    public void close() {
        entries.close();
        slots.close();
    }
}
