package org.trueup.spreadsheets.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Rows that come in one order and are to stand in another: their cells wait in a temporary file, in memory only sixteen bytes
 * a row. Rows of the same rank keep the order in which they came.
 */
final class SortedRows extends RowCells {
    private static final int FIRST_ROOM = 64;
    private static final int CHUNK_BYTES = 1 << 14;
    private static final int RANK_BITS = 32;

    private final ScratchFile file;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream cells = new DataOutputStream(bytes);
    private long[] keys = new long[FIRST_ROOM];
    private long[] places = new long[FIRST_ROOM];
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long chunkPlace;
    private int rows;

    /** What stands in a cell; the first byte of each says it. */
    private enum Kind {
        SKIPPED,
        TEXT,
        NUMBER,
        LINK,
        HEIGHT
    }

    SortedRows(ScratchFile file) {
        this.file = file;
    }

    int rows() {
        return rows;
    }

    /** Ends a row whose cells were put in, and begins the next; the lowest rank stands first. */
    void end(int rank) {
        if (rows == keys.length) {
            keys = Arrays.copyOf(keys, rows * 2);
            places = Arrays.copyOf(places, rows * 2);
        }
        keys[rows] = (long) rank << RANK_BITS | rows;
        int length = Integer.BYTES + bytes.size();
        if (chunk.remaining() < length) {
            nextChunk(length);
        }
        places[rows++] = chunkPlace + chunk.position();
        chunk.putInt(bytes.size()).put(bytes.toByteArray());
        bytes.reset();
        begun();
    }

    private void nextChunk(int atLeast) {
        writeChunk();
        chunk = ByteBuffer.allocate(Math.max(atLeast, CHUNK_BYTES));
        chunkPlace = file.reserve(chunk.capacity());
    }

    private void writeChunk() {
        try {
            file.write(chunk.flip(), chunkPlace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the rows where they belong, in their order; each is filled into the cells that the taker begins. */
    void replay(Consumer<Consumer<RowCells>> taker) throws IOException {
        writeChunk();
        chunk = ByteBuffer.allocate(0);
        Arrays.sort(keys, 0, rows);
        ByteBuffer size = ByteBuffer.allocate(Integer.BYTES);
        for (int i = 0; i < rows; i++) {
            long place = places[(int) keys[i]];
            file.read(size.clear(), place);
            ByteBuffer row = ByteBuffer.allocate(size.getInt(0));
            file.read(row, place + Integer.BYTES);
            taker.accept(into -> fill(row.array(), into));
        }
    }

    private void fill(byte[] row, RowCells into) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(row));
        try {
            while (in.available() > 0) {
                cell(Kind.values()[in.readByte()], in, into);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(Kind kind, DataInput in, RowCells into) throws IOException {
        switch (kind) {
            case SKIPPED -> into.skip();
            case TEXT -> into.put(in.readShort(), text(in));
            case NUMBER -> into.put(in.readShort(), in.readDouble());
            case LINK -> into.put(text(in), new Spot(text(in), in.readInt()));
            case HEIGHT -> into.height(in.readFloat());
        }
    }

    @Override
    void put(short style, String text) {
        write(Kind.TEXT, to -> {
            to.writeShort(style);
            write(to, text);
        });
    }

    @Override
    void put(short style, double number) {
        write(Kind.NUMBER, to -> {
            to.writeShort(style);
            to.writeDouble(number);
        });
    }

    @Override
    void put(String text, Spot target) {
        write(Kind.LINK, to -> {
            write(to, text);
            write(to, target.sheet());
            to.writeInt(target.row());
        });
    }

    @Override
    RowCells skip() {
        write(Kind.SKIPPED, to -> {});
        return this;
    }

    @Override
    void height(float points) {
        write(Kind.HEIGHT, to -> to.writeFloat(points));
    }

    private interface Part {
        void write(DataOutputStream to) throws IOException;
    }

    private void write(Kind kind, Part part) {
        try {
            cells.writeByte(kind.ordinal());
            part.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream to, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(utf8.length);
        to.write(utf8);
    }

    private static String text(DataInput in) throws IOException {
        byte[] utf8 = new byte[in.readInt()];
        in.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
