package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some of a sheet's XML on its way to the spool, block by block. */
final class PackedXml {
    private static final int FIRST_ROOM = 2048;

    private final RowSpool spool;
    private final List<RowSpool.Block> blocks = new ArrayList<>();
    private byte[] buffer = new byte[0];
    private int length;

    PackedXml(RowSpool spool) {
        this.spool = spool;
    }

    PackedXml add(Utf8Bytes more) {
        return add(more.bytes(), 0, more.length());
    }

    PackedXml add(byte[] more, int from, int count) {
        if (buffer.length - length < count) {
            room(count);
        }
        System.arraycopy(more, from, buffer, length, count);
        length += count;
        return this;
    }

    /** Sends what is left to the spool and names all blocks, in their order. */
    List<RowSpool.Block> blocks() {
        flush();
        buffer = new byte[0];
        return blocks;
    }

    private void room(int more) {
        int most = spool.blockBytes();
        if (length + more > most) {
            flush();
            buffer = spool.buffer();
        }
        if (buffer.length - length < more) {
            int wanted = Math.max(length + more, Math.max(FIRST_ROOM, buffer.length * 2));
            buffer = Arrays.copyOf(buffer, Math.max(Math.min(wanted, most), length + more));
        }
    }

    private void flush() {
        if (length > 0) {
            blocks.add(spool.pack(buffer, length));
            length = 0;
        }
    }
}
