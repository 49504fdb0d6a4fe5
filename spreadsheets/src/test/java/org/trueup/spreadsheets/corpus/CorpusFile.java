package org.trueup.spreadsheets.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * A file that somebody might send as Plecto's policy.
 *
 * @param name what is odd about it
 */
record CorpusFile(String name, byte[] content, Expected expected) {

    /** What must become of it. */
    sealed interface Expected {}

    /** Read exactly as the shipped workbook, without a word. */
    record AsTheOriginal() implements Expected {}

    /** Read without an error; what it says differs from the shipped workbook. */
    record Taken() implements Expected {}

    /** @param problems how each problem begins, in the order in which they are told */
    record Refused(List<String> problems) implements Expected {}

    static CorpusFile same(String name, byte[] content) {
        return new CorpusFile(name, content, new AsTheOriginal());
    }

    static CorpusFile taken(String name, byte[] content) {
        return new CorpusFile(name, content, new Taken());
    }

    static CorpusFile refused(String name, byte[] content, String... problems) {
        return new CorpusFile(name, content, new Refused(Arrays.asList(problems)));
    }
}
