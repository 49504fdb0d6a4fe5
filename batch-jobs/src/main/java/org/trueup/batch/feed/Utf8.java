package org.trueup.batch.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict and lenient views of bytes that should be UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Says whether the bytes are UTF-8. */
    static boolean isValid(byte[] bytes, int from, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, in which each byte that is not UTF-8 is written as {@code \xE9}, so that a person can tell what it was. */
    static String lenient(byte[] bytes, int from, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer chars = CharBuffer.allocate(length);
        StringBuilder text = new StringBuilder(length);
        while (true) {
            CoderResult result = decoder.decode(in, chars, true);
            text.append(chars.flip());
            chars.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append("\\x%02X".formatted(in.get() & 0xFF));
            }
        }
    }

    /** Characters in the text, one for each code point, as the store's columns count them. */
    static int characters(byte[] bytes, int from, int length) {
        int characters = 0;
        for (int i = from; i < from + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                characters++;
            }
        }
        return characters;
    }
}
