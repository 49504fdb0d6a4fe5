package org.trueup.rules.cure;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;

/**
 * What is done to one account so that it may count no longer.
 *
 * @param into the account that it is merged into; only for a merge
 */
public record Freeing(
        Means means, String accountId, @Nullable String into) {

    /** What can be done. */
    public enum Means {
        /** Joined with another account of the same person (A8). */
        MERGE,
        /** What the vendor stores of it is deleted (A9). */
        DELETE_HISTORY,
        DEACTIVATE,
        REMOVE
    }

    UnaryOperator<Account> on(LocalDate day) {
        return switch (means) {
            case MERGE -> old -> with(old, old.removedOn(), old.deactivatedOn(), into);
            case DELETE_HISTORY -> old -> withoutHistory(old, day);
            case DEACTIVATE -> old -> with(old, old.removedOn(), day, old.mergedInto());
            case REMOVE -> old -> with(old, day, day, old.mergedInto());
        };
    }

    private static Account with(
            Account old,
            @Nullable LocalDate removedOn,
            @Nullable LocalDate deactivatedOn,
            @Nullable String mergedInto) {
        return account(old, removedOn, deactivatedOn, old.hasHistory(), old.historyDeletedOn(), mergedInto);
    }

    /** Activity up to the day goes with the history, by the rule itself (A9). */
    private static Account withoutHistory(Account old, LocalDate day) {
        return account(old, old.removedOn(), old.deactivatedOn(), false, day, old.mergedInto());
    }

    private static Account account(
            Account old,
            @Nullable LocalDate removedOn,
            @Nullable LocalDate deactivatedOn,
            boolean hasHistory,
            @Nullable LocalDate historyDeletedOn,
            @Nullable String mergedInto) {
        return new Account(
                old.id(),
                old.name(),
                old.kind(),
                old.source(),
                old.email(),
                old.username(),
                old.logonDomain(),
                old.device(),
                old.addedOn(),
                removedOn,
                deactivatedOn,
                old.loginEnabled(),
                old.tracked(),
                hasHistory,
                historyDeletedOn,
                old.access(),
                old.group(),
                mergedInto,
                old.activity());
    }
}
