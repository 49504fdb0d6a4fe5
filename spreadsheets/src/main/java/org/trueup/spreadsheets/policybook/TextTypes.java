package org.trueup.spreadsheets.policybook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trueup.rules.terms.NamePattern;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** Columns that take names and sentences. A number typed where a name belongs is taken as its digits. */
final class TextTypes {
    private static final int LONGEST_NAME = 190;
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}|[{}]");

    private TextTypes() {}

    static ValueType<String> name(String expected) {
        return new Name(expected);
    }

    /** A name, exact or with {@code *} for any characters. */
    static ValueType<NamePattern> pattern(String expected) {
        return new NamedLike(expected);
    }

    /** A text for people, without placeholders. */
    static ValueType<String> sentence(int longest) {
        return new Sentence("a text of at most " + longest + " characters", longest, List.of());
    }

    /** A line in which words in braces stand for numbers. */
    static ValueType<String> line(int longest, List<String> placeholders) {
        String names = placeholders.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
        return new Sentence("a text of at most " + longest + " characters with " + names, longest, placeholders);
    }

    private static Optional<String> text(CellValue cell) {
        if (cell instanceof CellValue.Text text) {
            return Optional.of(text.text());
        }
        return cell instanceof CellValue.Number number && !number.percent()
                ? Optional.of(number.value().toPlainString())
                : Optional.empty();
    }

    private static <T> Parsed<T> notText(CellValue cell, String expected) {
        return Parsed.wrong(
                Spoken.of(cell) + " is not " + expected + "; type an apostrophe (') before it to make it text");
    }

    private record Name(String expected) implements ValueType<String> {
        @Override
        public Parsed<String> parse(CellValue cell) {
            Optional<String> text = text(cell).map(CellText::line);
            if (text.isEmpty()) {
                return notText(cell, expected);
            }
            return text.get().length() <= LONGEST_NAME
                    ? Parsed.right(text.get())
                    : Parsed.wrong("the name is longer than 190 characters; type a shorter one");
        }
    }

    private record NamedLike(String expected) implements ValueType<NamePattern> {
        @Override
        public Parsed<NamePattern> parse(CellValue cell) {
            Parsed<String> name = new Name(expected).parse(cell);
            return name instanceof Parsed.Right<String> right
                    ? Parsed.right(new NamePattern(right.value()))
                    : Parsed.wrong(((Parsed.Wrong<String>) name).message());
        }
    }

    private record Sentence(String expected, int longest, List<String> placeholders) implements ValueType<String> {
        @Override
        public Parsed<String> parse(CellValue cell) {
            Optional<String> text = text(cell).map(CellText::paragraph);
            if (text.isEmpty()) {
                return notText(cell, expected);
            }
            if (text.get().length() > longest) {
                return Parsed.wrong("the text is longer than " + longest + " characters; type a shorter one");
            }
            List<String> unknown = unknown(text.get());
            if (!unknown.isEmpty()) {
                return Parsed.wrong(String.join(", ", unknown)
                        + (unknown.size() == 1 ? " is not a placeholder here; " : " are not placeholders here; ")
                        + advice());
            }
            StringBuilder line = new StringBuilder();
            Matcher braces = BRACES.matcher(text.get());
            while (braces.find()) {
                String known = known(braces.group()).orElseThrow();
                braces.appendReplacement(line, Matcher.quoteReplacement("{" + known + "}"));
            }
            return Parsed.right(braces.appendTail(line).toString());
        }

        /** Each once, in the order of the text; a brace that stands alone too. */
        private List<String> unknown(String text) {
            return BRACES.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .filter(found -> known(found).isEmpty())
                    .distinct()
                    .map(Spoken::quoted)
                    .toList();
        }

        private Optional<String> known(String found) {
            String name = found.length() < 2 ? "" : CellText.word(found.substring(1, found.length() - 1));
            return placeholders.stream()
                    .filter(placeholder -> placeholder.equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        private String advice() {
            return placeholders.isEmpty()
                    ? "write the text without { and }"
                    : "the known ones are "
                            + placeholders.stream()
                                    .map(name -> "{" + name + "}")
                                    .collect(Collectors.joining(", "));
        }
    }
}
