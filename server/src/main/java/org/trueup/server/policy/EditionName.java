package org.trueup.server.policy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.trueup.server.problem.Refusal;

/** By what people and programs call one workbook of a vendor: {@code 3} is version 3, {@code d17} is draft 17. */
public sealed interface EditionName {

    /** A published version. */
    record Version(int number) implements EditionName {
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /** A draft, also one that was published or discarded since. Drafts of all vendors are counted together. */
    record DraftNumber(int number) implements EditionName {
        @Override
        public String toString() {
            return "d" + number;
        }
    }

    Pattern SPELLING = Pattern.compile("d?[1-9]\\d{0,8}");

    /** @throws Refusal where the text is no such name */
    static EditionName of(String field, String text) {
        return read(text)
                .orElseThrow(() -> Refusal.of(
                        field, "\"%s\" names neither a version, such as 3, nor a draft, such as d17.".formatted(text)));
    }

    private static Optional<EditionName> read(String text) {
        if (!SPELLING.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                text.startsWith("d")
                        ? new DraftNumber(Integer.parseInt(text.substring(1)))
                        : new Version(Integer.parseInt(text)));
    }
}
