package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.List;

/** Lines of fields in one text: fields end in a tab, lines in a line feed, both and the backslash are escaped. */
final class Packed {
    private final StringBuilder text = new StringBuilder();

    Packed field(String value) {
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
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < packed.length(); i++) {
            char character = packed.charAt(i);
            switch (character) {
                case '\t' -> {
                    fields.add(field.toString());
                    field.setLength(0);
                }
                case '\n' -> {
                    lines.add(fields);
                    fields = new ArrayList<>();
                }
                case '\\' -> field.append(unescaped(packed.charAt(++i)));
                default -> field.append(character);
            }
        }
        return lines;
    }

    private static char unescaped(char character) {
        return switch (character) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> character;
        };
    }
}
