package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Who counts: how many licences an account of this kind counts. An empty condition fits any account.
 *
 * @param group fits the accounts of that directory group, or those in none
 * @param licences at least 0
 * @param because the reason, told word for word
 */
public record CountingTerms(
        SheetRow at,
        @Nullable Metric metric,
        @Nullable AccountKind kind,
        @Nullable Access access,
        @Nullable Boolean tracked,
        @Nullable Boolean history,
        @Nullable GroupCondition group,
        @Nullable Boolean loginEnabled,
        @Nullable Boolean deactivated,
        @Nullable Boolean removed,
        int licences,
        @Nullable String because) {
    public static final String SHEET = "Who counts";

    public Cell cell(String header) {
        return at.cell(header);
    }

    /** Whether the row takes accounts of a profile. */
    public boolean fits(AccountProfile profile) {
        return (metric == null || metric == profile.metric())
                && (kind == null || kind == profile.kind())
                && (access == null || access == profile.access())
                && (tracked == null || tracked == profile.tracked())
                && (history == null || history == profile.history())
                && (group == null || group.fits(profile.group()))
                && (loginEnabled == null || loginEnabled == profile.loginEnabled())
                && (deactivated == null || deactivated == profile.deactivated())
                && (removed == null || removed == profile.removed());
    }

    /** Of two rows that take the same accounts: more conditions win, then the upper row. */
    public boolean beats(CountingTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(CountingTerms other) {
        return Integer.compare(conditions(), other.conditions());
    }

    /** The reason in the analyst's words, or in ours where there are none. */
    public String reason() {
        return because != null ? because : "counts " + licences + " by the sheet Who counts";
    }

    private int conditions() {
        return SheetRow.filled(metric, kind, access, tracked, history, group, loginEnabled, deactivated, removed);
    }
}
