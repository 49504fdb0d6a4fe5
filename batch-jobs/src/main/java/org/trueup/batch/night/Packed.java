package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.List;

/** Lines of fields in one text: fields end in a tab, lines in a line feed, both and the backslash are escaped. */
final class Packed {
    private final StringBuilder text = new StringBuilder();

    Packed field(String value) {
        if (plain(value)) {
            text.append(value).append('\t');
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                default -> text.append(character);
            }
        }
        text.append('\t');
        return this;
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' || character == '\t' || character == '\n') {
                return false;
            }
        }
        return true;
    }

    Packed field(int value) {
        text.append(value).append('\t');
        return this;
    }

    Packed end() {
        text.append('\n');
        return this;
    }

    int length() {
        return text.length();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The fields of each line. */
    static List<List<String>> lines(String packed) {
        List<List<String>> lines = new ArrayList<>();
        Unpacking in = new Unpacking(packed);
        while (in.more()) {
            List<String> fields = new ArrayList<>();
            while (!in.lineEnds()) {
                fields.add(in.text());
            }
            lines.add(fields);
        }
        return lines;
    }

    /** A field as it was before it was packed. */
    static String unescaped(String field) {
        StringBuilder unescaped = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char character = field.charAt(i);
            unescaped.append(character == '\\' ? unescaped(field.charAt(++i)) : character);
        }
        return unescaped.toString();
    }

    private static char unescaped(char character) {
        return switch (character) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> character;
        };
    }
}
