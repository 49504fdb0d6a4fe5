package org.trueup.spreadsheets.whatif;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Severity;

/**
 * A finding that one of the two policies alone makes, or that both make in other words.
 *
 * @param severity as the draft says it; for one that is gone, as the published policy does
 * @param message likewise
 * @param cell likewise; none where no sheet had a say
 */
public record FindingChange(
        Kind kind,
        String code,
        Severity severity,
        String message,
        @Nullable String cell) {

    /** What becomes of a finding. */
    public enum Kind {
        NEW("new"),
        GONE("gone"),
        /** Told by both, with other words or another severity. */
        OTHERWISE("told otherwise");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
