package org.trueup.spreadsheets.edit;

import java.io.Serial;

/** Says in a sentence why something cannot be changed in place. */
final class NotEditable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    NotEditable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
