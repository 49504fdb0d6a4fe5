package org.trueup.spreadsheets.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.NamePattern;
import org.trueup.spreadsheets.policybook.Severity;

/**
 * Rows of the sheet Exemption accounts that leave to their order which of them wins. A row whose names all fit another
 * row of no lower rank is tied with it, so rows that never win are among these. Whether two patterns share a name is
 * exact; an account that a third row of a higher rank takes stands for all that the two share.
 */
final class ExemptionProblems {
    /** Two patterns of 190 characters are some 36,000 steps; tables of names have thousands of exact ones and few others. */
    private static final int MOST_PAIRS = 20_000;

    private final List<ExemptionTerms> rows;
    private final Findings findings;
    private int pairs;

    ExemptionProblems(List<ExemptionTerms> rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    void tell() {
        Map<Object, List<ExemptionTerms>> byRank = new LinkedHashMap<>();
        for (ExemptionTerms row : rows) {
            List<ExemptionTerms> before = byRank.computeIfAbsent(rank(row), rank -> new ArrayList<>());
            before.stream()
                    .flatMap(upper -> shared(upper, row).map(account -> new Shared(upper, account)).stream())
                    .findFirst()
                    .ifPresent(shared -> tell(shared, row));
            before.add(row);
        }
    }

    /** Rows that cannot be tied have different ones; exact names are tied only with themselves. */
    private static Object rank(ExemptionTerms row) {
        Object name = row.name().exact()
                ? row.name().text().toLowerCase(Locale.ROOT)
                : (Object) row.name().fixedCharacters();
        return List.of(row.source() != null, name);
    }

    private Optional<Account> shared(ExemptionTerms upper, ExemptionTerms lower) {
        if (pairs++ >= MOST_PAIRS) {
            return Optional.empty();
        }
        Optional<String> source = common(upper.source(), lower.source());
        if (lower.source() != null && source.isEmpty()) {
            return Optional.empty();
        }
        return CommonName.of(upper.name(), lower.name())
                .map(name -> new Account(source.orElse(null), name))
                .filter(account -> rows.stream().noneMatch(row -> row.rank(lower) > 0 && account.takenBy(row)));
    }

    private static Optional<String> common(@Nullable NamePattern one, @Nullable NamePattern other) {
        return one == null || other == null ? Optional.empty() : CommonName.of(one, other);
    }

    private void tell(Shared shared, ExemptionTerms lower) {
        ExemptionTerms upper = shared.upper;
        String other = "row " + upper.at().row();
        List<String> different = new ArrayList<>();
        if (upper.licences() != lower.licences()) {
            different.add("Licences counted");
        }
        if (!Objects.equals(upper.because(), lower.because())) {
            different.add("Because");
        }
        String both = "this row and %s both take %s".formatted(other, shared.account);
        if (different.isEmpty()) {
            findings.at(
                    lower.at(), "Account name", Severity.WARNING, both + " and say the same; delete one of the two");
        } else {
            findings.at(
                    lower.at(),
                    "Account name",
                    Severity.ERROR,
                    both + ", and say otherwise under " + String.join(", ", different)
                            + "; delete one of the two, or write more of the name in the row that is to win");
        }
    }

    private record Shared(ExemptionTerms upper, Account account) {}

    private record Account(@Nullable String source, String name) {
        boolean takenBy(ExemptionTerms row) {
            NamePattern asked = row.source();
            return row.name().fits(name) && (asked == null || (source != null && asked.fits(source)));
        }

        @Override
        public String toString() {
            return "the account \"" + name + "\"" + (source == null ? "" : " of the source \"" + source + "\"");
        }
    }
}
