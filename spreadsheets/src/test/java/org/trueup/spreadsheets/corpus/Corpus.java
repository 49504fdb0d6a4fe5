package org.trueup.spreadsheets.corpus;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/** All files that somebody might send as Plecto's policy, for the tests of whoever takes files. */
public final class Corpus {
    /** The system property that code in a file would set. */
    public static final String CANARY = CodeInCells.CANARY;

    private Corpus() {}

    static List<CorpusFile> files() throws IOException, GeneralSecurityException {
        return Stream.of(
                        CodeInCells.files(),
                        CodeInScenarios.files(),
                        OddWaivers.files(),
                        OddPackages.files(),
                        Oversized.files(),
                        CommonHabits.files(),
                        Slips.files())
                .flatMap(files -> files)
                .toList();
    }

    /**
     * One of them.
     *
     * @param name what is odd about it
     * @param refused whether its check tells an error
     */
    public record Odd(String name, byte[] content, boolean refused) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them. */
    public static List<Odd> all() {
        try {
            return files().stream()
                    .map(file -> new Odd(
                            file.name(),
                            file.content(),
                            file.expected() instanceof CorpusFile.Refused refused
                                    && refused.problems().stream().anyMatch(problem -> problem.contains(": error: "))))
                    .toList();
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
