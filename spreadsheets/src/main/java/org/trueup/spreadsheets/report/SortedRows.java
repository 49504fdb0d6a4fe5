package org.trueup.spreadsheets.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;

/**
 * Rows that come in one order and are to stand in another: their cells wait in a temporary file, in memory only sixteen bytes
 * a row. Rows of the same rank keep the order in which they came.
 */
final class SortedRows extends RowCells implements AutoCloseable {
    private static final int FIRST_ROOM = 256;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int RANK_BITS = 32;

    private final Path file;
    private final DataOutputStream out;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream cells = new DataOutputStream(bytes);
    private long[] keys = new long[FIRST_ROOM];
    private long[] places = new long[FIRST_ROOM];
    private long length;
    private int rows;

    /** What stands in a cell; the first byte of each says it. */
    private enum Kind {
        SKIPPED,
        TEXT,
        NUMBER,
        LINK,
        HEIGHT
    }

    SortedRows(Styles styles, Path file) throws IOException {
        super(styles);
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
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
        places[rows++] = length;
        try {
            out.writeInt(bytes.size());
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length += Integer.BYTES + bytes.size();
        bytes.reset();
        begun();
    }

    /** Puts the rows where they belong, in their order; each is filled into the cells that the taker begins. */
    void replay(Consumer<Consumer<RowCells>> taker) throws IOException {
        out.close();
        Arrays.sort(keys, 0, rows);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (int i = 0; i < rows; i++) {
                in.seek(places[(int) keys[i]]);
                byte[] row = new byte[in.readInt()];
                in.readFully(row);
                taker.accept(into -> fill(row, into));
            }
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
            case TEXT -> into.put(style(in.readShort()), text(in));
            case NUMBER -> into.put(style(in.readShort()), in.readDouble());
            case LINK -> into.put(text(in), new Spot(text(in), in.readInt()));
            case HEIGHT -> into.height(in.readFloat());
        }
    }

    @Override
    void put(CellStyle style, String text) {
        write(Kind.TEXT, to -> {
            to.writeShort(style.getIndex());
            write(to, text);
        });
    }

    @Override
    void put(CellStyle style, double number) {
        write(Kind.NUMBER, to -> {
            to.writeShort(style.getIndex());
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

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
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
