package org.trueup.spreadsheets.report;

import org.trueup.rules.outcome.Movement;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;

/** The marks before words, by which those who do not see colours tell them apart at a glance. */
public final class Marks {
    private Marks() {}

    public static char of(Status status) {
        return switch (status) {
            case COMPLIANT -> '○';
            case AT_LIMIT -> '●';
            case WARNING, OVERAGE -> '▲';
            case GRACE -> '◆';
            case BLOCKED -> '■';
        };
    }

    public static char of(Severity severity) {
        return switch (severity) {
            case INFO -> '○';
            case WARNING -> '▲';
            case VIOLATION -> '■';
        };
    }

    public static char of(Urgency.Rank rank) {
        return switch (rank) {
            case BLOCKED -> '■';
            case GRACE -> '◆';
            case VIOLATION -> '▲';
            case SEATS, CREDITS -> '●';
        };
    }

    public static char of(Movement movement) {
        return switch (movement) {
            case NEW -> '◆';
            case WORSENED -> '▲';
            case IMPROVED -> '▼';
            case CURED, NONE -> '○';
            case UNCHANGED -> '●';
        };
    }

    /** Of any word that has one. */
    static char of(Enum<?> word) {
        if (word instanceof Status status) {
            return of(status);
        }
        if (word instanceof Severity severity) {
            return of(severity);
        }
        if (word instanceof Urgency.Rank rank) {
            return of(rank);
        }
        if (word instanceof Movement movement) {
            return of(movement);
        }
        throw new IllegalArgumentException(word + " has no mark");
    }
}
