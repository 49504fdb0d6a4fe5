package org.trueup.spreadsheets.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text on its way to a file, as the bytes that it will be there: a night has hundreds of millions of letters. */
final class Utf8Bytes {
    private static final int FIRST_ROOM = 1024;
    private static final int ASCII = 0x80;
    private static final int MOST_DIGITS = 20;
    private static final int TEN = 10;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int length;

    int length() {
        return length;
    }

    /** Of which the first {@link #length} count. */
    byte[] bytes() {
        return bytes;
    }

    void clear() {
        length = 0;
    }

    Utf8Bytes add(byte[] more) {
        return add(more, 0, more.length);
    }

    Utf8Bytes add(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        return this;
    }

    Utf8Bytes add(Utf8Bytes more) {
        return add(more.bytes, 0, more.length);
    }

    Utf8Bytes add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Utf8Bytes add(long number) {
        if (number < 0) {
            return add(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
        room(MOST_DIGITS);
        int digits = 1;
        for (long rest = number / TEN; rest > 0; rest /= TEN) {
            digits++;
        }
        length += digits;
        int at = length;
        long rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        } while (rest > 0);
        return this;
    }

    Utf8Bytes add(String text) {
        int characters = text.length();
        room(characters);
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                return add(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** Text as it stands between the tags of XML, of characters that XML knows. */
    Utf8Bytes addEscaped(String text) {
        int characters = text.length();
        room(characters);
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c >= ASCII || c < ' ' || c == '&' || c == '<' || c == '>') {
                return addWithEscapes(text.substring(i));
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** A cell of a CSV file, in quotes only where it needs them. */
    Utf8Bytes addQuoted(String text) {
        int characters = text.length();
        room(characters);
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c >= ASCII || c == ',' || c == '"' || c == '\n' || c == '\r') {
                length -= i;
                return needsQuotes(text)
                        ? add('"').add(text.replace("\"", "\"\"")).add('"')
                        : add(text);
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private Utf8Bytes addWithEscapes(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + MOST_DIGITS);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                // as they stand, readers of XML would make spaces or line feeds of them
                case '\n', '\r', '\t' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return add(escaped.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
