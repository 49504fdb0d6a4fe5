package org.trueup.rules.terms;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.outcome.Cell;

/**
 * A row of the sheet Exemption accounts: an integration's own account, and how many licences it counts however many
 * people stand behind it (P3).
 *
 * @param source the account's source; none fits any
 * @param licences at least 0; 0 exempts the account wholly
 */
public record ExemptionTerms(
        SheetRow at,
        @Nullable NamePattern source,
        NamePattern name,
        int licences,
        @Nullable String because) {
    public static final String SHEET = "Exemption accounts";

    public Cell cell(String header) {
        return at.cell(header);
    }

    public boolean fits(Account account) {
        return name.fits(account.name())
                && (source == null || (account.source() != null && source.fits(account.source())));
    }

    /** Of two rows that take the same account: one with a source, then an exact name, then the longer, then the upper. */
    public boolean beats(ExemptionTerms other) {
        int more = rank(other);
        return more != 0 ? more > 0 : at.row() < other.at.row();
    }

    /** How the rows' ranks compare: above 0 where this one wins, 0 where only their order on the sheet tells. */
    public int rank(ExemptionTerms other) {
        int more = Boolean.compare(source != null, other.source != null);
        if (more == 0) {
            more = Boolean.compare(name.exact(), other.name.exact());
        }
        return more != 0 ? more : Integer.compare(name.fixedCharacters(), other.name.fixedCharacters());
    }
}
