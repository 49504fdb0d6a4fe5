package org.trueup.spreadsheets.report;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Deflates bytes piece by piece, as they stand in an archive. Each piece is deflated by itself and ends on a whole byte, so that
 * pieces can be put one behind the other; only the last one of an entry says that it is the last.
 */
final class Packer implements AutoCloseable {
    /** What a piece takes beyond its own size when nothing in it can be deflated. */
    private static final int BEYOND = 1024;

    private static final int SHARE_BEYOND = 1000;

    // a third faster than the default, and sheets shrink well all the same
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 crc = new CRC32();
    private byte[] packed = new byte[0];

    /** One piece of several; the answer is good until the next one. */
    ByteBuffer piece(byte[] bytes, int length) {
        return pack(bytes, length, false);
    }

    /** The last piece of an entry, or its only one; the answer is good until the next one. */
    ByteBuffer last(byte[] bytes, int length) {
        return pack(bytes, length, true);
    }

    /** The checksum of what the latest piece was made of. */
    int crc() {
        return (int) crc.getValue();
    }

    private ByteBuffer pack(byte[] bytes, int length, boolean last) {
        int most = length + length / SHARE_BEYOND + BEYOND;
        if (packed.length < most) {
            packed = new byte[most];
        }
        crc.reset();
        crc.update(bytes, 0, length);
        deflater.reset();
        deflater.setInput(bytes, 0, length);
        if (last) {
            deflater.finish();
        }
        int taken = deflater.deflate(packed, 0, packed.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
        if (taken == packed.length) {
            throw new IllegalStateException("a piece has grown by more than deflating can make it grow");
        }
        return ByteBuffer.wrap(packed, 0, taken);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
