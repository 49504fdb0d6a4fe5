package org.trueup.batch.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Memory outside the heap, as large as the disk allows and zero at first: a mapped file that grows as it is written.
 * Where the operating system can, the file has no name from the start, so that not even a killed program leaves it
 * behind. A number must not cross a multiple of {@link #SEGMENT}.
 */
final class MappedMemory implements Closeable {
    static final int SEGMENT = 1 << 26;

    private static final int SHIFT = 26;
    private static final int WITHIN = SEGMENT - 1;

    private final FileChannel file;
    private final List<MappedByteBuffer> mapped = new ArrayList<>();
    private MappedByteBuffer[] segments = new MappedByteBuffer[0];

    private MappedMemory(FileChannel file) {
        this.file = file;
    }

    static MappedMemory in(Path folder) {
        return new MappedMemory(scratchFile(folder));
    }

    /** A file that vanishes when it is closed. */
    static FileChannel scratchFile(Path folder) {
        try {
            return FileChannel.open(
                    folder.resolve("trueup-" + UUID.randomUUID() + ".tmp"),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SPARSE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("no scratch file can be made in " + folder, e);
        }
    }

    int getInt(long address) {
        return segments[(int) (address >>> SHIFT)].getInt((int) address & WITHIN);
    }

    void putInt(long address, int value) {
        segmentOf(address).putInt((int) address & WITHIN, value);
    }

    /** The number at an address; 0 where nothing was written yet. */
    long getLong(long address) {
        return segments[(int) (address >>> SHIFT)].getLong((int) address & WITHIN);
    }

    void putLong(long address, long value) {
        segmentOf(address).putLong((int) address & WITHIN, value);
    }

    /** Makes the bytes below an address readable. */
    void reserve(long size) {
        while ((long) segments.length << SHIFT < size) {
            grow();
        }
    }

    private MappedByteBuffer segmentOf(long address) {
        int segment = (int) (address >>> SHIFT);
        while (segment >= segments.length) {
            grow();
        }
        return segments[segment];
    }

    private void grow() {
        try {
            MappedByteBuffer segment = file.map(MapMode.READ_WRITE, (long) mapped.size() << SHIFT, SEGMENT);
            segment.order(ByteOrder.LITTLE_ENDIAN);
            mapped.add(segment);
            segments = mapped.toArray(MappedByteBuffer[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("no more scratch memory can be mapped", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
