package org.trueup.server.page;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.Marks;
import org.trueup.spreadsheets.report.Urgency;

/**
 * A word with the mark before it by which those who do not see colours tell it apart, both as in the workbooks.
 *
 * @param tone the name of its colours in the style sheet
 */
record Word(String text, String tone) {
    private static final String GOOD = "GOOD";
    private static final String NOTE = "NOTE";
    private static final String CARE = "CARE";
    private static final String BAD = "BAD";

    /** @param status none where there is no position */
    static Word of(@Nullable Status status) {
        if (status == null) {
            return new Word("– Not decided", NOTE);
        }
        return marked(
                Marks.of(status),
                status.name(),
                switch (status) {
                    case COMPLIANT -> GOOD;
                    case AT_LIMIT -> NOTE;
                    case WARNING, OVERAGE, GRACE -> CARE;
                    case BLOCKED -> BAD;
                });
    }

    static Word of(Severity severity) {
        return marked(
                Marks.of(severity),
                severity.name(),
                switch (severity) {
                    case INFO -> NOTE;
                    case WARNING -> CARE;
                    case VIOLATION -> BAD;
                });
    }

    static Word of(Movement movement) {
        return marked(
                Marks.of(movement),
                movement.name(),
                switch (movement) {
                    case NEW, WORSENED -> BAD;
                    case IMPROVED, CURED -> GOOD;
                    case UNCHANGED, NONE -> NOTE;
                });
    }

    static Word of(Urgency.Rank rank) {
        return marked(
                Marks.of(rank),
                rank.name(),
                switch (rank) {
                    case BLOCKED, VIOLATION -> BAD;
                    case GRACE -> CARE;
                    case SEATS, CREDITS -> NOTE;
                });
    }

    private static Word marked(char mark, String code, String tone) {
        return new Word(mark + " " + Words.spoken(code), tone);
    }
}
