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
}
