package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of all sheets of all workbooks wait until the workbooks are put together: deflated blocks in one temporary
 * file. Blocks are deflated once, beside the one who brings them, and go into the workbooks as they are.
 */
final class RowSpool implements AutoCloseable {
    /** Larger ones would hardly shrink better: what repeats is found 32 KiB back at most. */
    static final int USUAL_BLOCK = 1 << 17;

    private static final int MOST_WAITING = 4;

    private final ScratchFile file;
    private final ThreadPoolExecutor packing;
    private final Queue<Packer> packers = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final int blockBytes;

    /** A piece of a sheet's rows; complete when the spool has settled. */
    static final class Block {
        private final long size;
        private long place;
        private int packedSize;
        private int crc;

        private Block(long size) {
            this.size = size;
        }

        long size() {
            return size;
        }

        int packedSize() {
            return packedSize;
        }

        int crc() {
            return crc;
        }
    }

    private RowSpool(ScratchFile file, int blockBytes, int threads) {
        this.file = file;
        this.blockBytes = blockBytes;
        this.packing = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                // who brings blocks faster than they are packed helps packing, also when nobody else does any more
                (task, pool) -> task.run());
    }

    /**
     * @param temporary a folder for files that are not to stay
     * @param blockBytes how much of a sheet is held in memory
     * @param threads how many deflate beside those who bring rows, at least 1
     */
    static RowSpool in(Path temporary, int blockBytes, int threads) throws IOException {
        return new RowSpool(ScratchFile.in(temporary), blockBytes, threads);
    }

    int blockBytes() {
        return blockBytes;
    }

    /** A buffer for the next block, of the usual size. */
    byte[] buffer() {
        byte[] used = spare.poll();
        return used == null ? new byte[blockBytes] : used;
    }

    /** Takes a buffer over, to be packed soon. */
    Block pack(byte[] buffer, int length) {
        tellFailure();
        Block block = new Block(length);
        packing.execute(() -> pack(block, buffer));
        return block;
    }

    private void pack(Block block, byte[] buffer) {
        Packer free = packers.poll();
        Packer packer = free == null ? new Packer() : free;
        try {
            ByteBuffer packed = packer.piece(buffer, (int) block.size);
            block.crc = packer.crc();
            block.packedSize = packed.remaining();
            block.place = file.reserve(packed.remaining());
            file.write(packed, block.place);
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            packers.add(packer);
        }
        if (buffer.length == blockBytes) {
            spare.add(buffer);
        }
    }

    /** Waits until all blocks are packed; those that come later are packed by who brings them. */
    void settle() {
        packing.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = packing.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        spare.clear();
        tellFailure();
    }

    private void tellFailure() {
        Throwable told = failure.get();
        if (told instanceof IOException e) {
            throw new UncheckedIOException(e);
        }
        if (told != null) {
            throw new IllegalStateException("rows could not be packed", told);
        }
    }

    /** The file in which the blocks lie, for what else has to wait. */
    ScratchFile file() {
        return file;
    }

    /** The deflated bytes of a block; to be asked for when the spool has settled. */
    InputStream open(Block block) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = Math.min(length, block.packedSize - at);
                if (count == 0 && length > 0) {
                    return -1;
                }
                file.read(ByteBuffer.wrap(into, offset, count), block.place + at);
                at += count;
                return count;
            }
        };
    }

    @Override
    public void close() throws IOException {
        packing.shutdownNow();
        try {
            packing.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Packer packer = packers.poll(); packer != null; packer = packers.poll()) {
            packer.close();
        }
        file.close();
    }
}
