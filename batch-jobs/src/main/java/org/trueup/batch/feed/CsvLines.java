package org.trueup.batch.feed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads RFC 4180 records as bytes, without making a string of a cell. Written for this job because a library's reader
 * gives up at the first broken quote and forgets the text of the line: here the broken line alone is refused, whole,
 * and reading goes on with the next one. A quote inside an unquoted cell is taken as it stands; lines end in LF, CRLF
 * or CR; empty lines and a byte-order mark are passed over.
 */
final class CsvLines {
    /** Bytes that a record has at most; what is longer is refused, so that a lost quote cannot fill the memory. */
    static final int MAX_RECORD = 1 << 20;

    private static final byte QUOTE = '"';
    private static final byte COMMA = ',';
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final int MORE = -1;
    private static final int BROKEN = -2;

    private final InputStream in;
    private final Cells cells = new Cells();
    private byte[] buffer = new byte[1 << 18];
    private int begin;
    private int end;
    private int position;
    private int limit;
    private boolean exhausted;
    private boolean afterCr;
    private boolean passing;
    private long lineNo;
    private long nextLineNo = 1;
    private int seen;
    private int breaks;
    private @Nullable String broken;

    CsvLines(InputStream in) throws IOException {
        this.in = in;
        refill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** Goes to the next record; false when there is none. */
    boolean next() throws IOException {
        while (true) {
            begin = position;
            if (begin == limit && !refill()) {
                return false;
            }
            byte first = buffer[begin];
            if (passing) {
                passOver();
            } else if (first == LF && afterCr) {
                afterCr = false;
                position++;
            } else if (first == LF || first == CR) {
                endLine(begin);
            } else {
                afterCr = false;
                return record();
            }
        }
    }

    /** Number of the line that the record starts on; the header is on line 1 unless empty lines precede it. */
    long lineNo() {
        return lineNo;
    }

    /** The cells of the record; valid until the next one is read. */
    Cells cells() {
        return cells;
    }

    /** What is wrong with the record's form, or none. */
    @Nullable
    String broken() {
        return broken;
    }

    /** Whether every byte of the cells is below 128. */
    boolean ascii() {
        return seen >= 0;
    }

    boolean isUtf8() {
        return Utf8.isValid(buffer, begin, end - begin);
    }

    /** The record as it stands in the file, without its line break. */
    String raw() {
        return Utf8.lenient(buffer, begin, end - begin);
    }

    private boolean record() throws IOException {
        while (!parse()) {
            if (limit - begin >= MAX_RECORD) {
                keepFirstLine("is longer than %,d bytes, or a quote in it is never closed".formatted(MAX_RECORD));
                return true;
            }
            refill();
        }
        return true;
    }

    /** Parses the record at begin; false when it reaches beyond the bytes that were read so far. */
    private boolean parse() {
        cells.clear();
        seen = 0;
        breaks = 0;
        broken = null;
        lineNo = nextLineNo;
        int at = begin;
        while (true) {
            at = at < limit && buffer[at] == QUOTE ? quoted(at) : plain(at);
            if (at < 0) {
                return at == BROKEN;
            }
            if (at == limit || buffer[at] != COMMA) {
                nextLineNo += breaks;
                end = at;
                endLine(at);
                return true;
            }
            at++;
        }
    }

    private int plain(int from) {
        byte[] bytes = buffer;
        int last = limit;
        int all = seen;
        int at = from;
        byte b;
        while (at < last && (b = bytes[at]) != COMMA && b != LF && b != CR) {
            all |= b;
            at++;
        }
        seen = all;
        if (at == last && !exhausted) {
            return MORE;
        }
        cells.add(bytes, from, at);
        return at;
    }

    private int quoted(int opening) {
        boolean escaped = false;
        int at = opening + 1;
        while (at < limit && (buffer[at] != QUOTE || (at + 1 < limit && buffer[at + 1] == QUOTE))) {
            byte b = buffer[at];
            if (b == QUOTE) {
                escaped = true;
                at++;
            } else if (b == CR || (b == LF && buffer[at - 1] != CR)) {
                breaks++;
            }
            seen |= b;
            at++;
        }
        if (at + 1 >= limit && !exhausted) {
            return MORE;
        }
        if (at >= limit) {
            return keepFirstLine("opens a quote that is never closed");
        }
        if (escaped) {
            cells.addEscaped(buffer, opening + 1, at);
        } else {
            cells.add(buffer, opening + 1, at);
        }
        return afterQuote(at + 1);
    }

    private int afterQuote(int at) {
        boolean ends = at == limit || buffer[at] == COMMA || buffer[at] == LF || buffer[at] == CR;
        return ends ? at : keepFirstLine("closes a quote in the middle of a cell");
    }

    /** Refuses the line at begin and goes on after it, since nobody knows where a broken quote was meant to end. */
    private int keepFirstLine(String problem) {
        broken = problem;
        int at = begin;
        while (at < limit && buffer[at] != LF && buffer[at] != CR) {
            at++;
        }
        end = at;
        passing = at == limit && !exhausted;
        endLine(at);
        return BROKEN;
    }

    /** Passes the line break that stands at an index, if one does. */
    private void endLine(int at) {
        position = at;
        if (at < limit) {
            afterCr = buffer[at] == CR;
            position = at + 1;
            nextLineNo++;
        }
    }

    private void passOver() {
        while (position < limit && buffer[position] != LF && buffer[position] != CR) {
            position++;
        }
        passing = position == limit;
        endLine(position);
    }

    private boolean refill() throws IOException {
        if (exhausted) {
            return false;
        }
        System.arraycopy(buffer, begin, buffer, 0, limit - begin);
        limit -= begin;
        position -= begin;
        begin = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        int read = in.readNBytes(buffer, limit, buffer.length - limit);
        limit += read;
        exhausted = limit < buffer.length;
        return read > 0;
    }
}
