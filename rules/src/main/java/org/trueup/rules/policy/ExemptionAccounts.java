package org.trueup.rules.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.CountingDecision;
import org.trueup.rules.fact.Account;
import org.trueup.rules.terms.ExemptionTerms;

/**
 * The rows of Exemption accounts, found by name without trying each: every account of every night is looked up here.
 */
final class ExemptionAccounts {
    private final Map<String, List<ExemptionTerms>> byExactName = new HashMap<>();
    private final BitSet lengths = new BitSet();
    private final List<ExemptionTerms> patterns = new ArrayList<>();
    private final Map<ExemptionTerms, CountingDecision> decisions = new HashMap<>();

    ExemptionAccounts(List<ExemptionTerms> rows) {
        for (ExemptionTerms row : rows) {
            if (row.name().exact()) {
                byExactName
                        .computeIfAbsent(lower(row.name().text()), name -> new ArrayList<>())
                        .add(row);
                lengths.set(lower(row.name().text()).length());
            } else {
                patterns.add(row);
            }
            decisions.put(row, decision(row));
        }
    }

    private static CountingDecision decision(ExemptionTerms row) {
        String because = row.because();
        return new CountingDecision(
                row.licences(), because == null ? "exemption account" : because, row.cell("Licences counted"));
    }

    @Nullable
    CountingDecision of(Account account) {
        if (decisions.isEmpty()) {
            return null;
        }
        ExemptionTerms best = null;
        if (mayBeExact(account.name())) {
            for (ExemptionTerms row : byExactName.getOrDefault(lower(account.name()), List.of())) {
                best = better(best, row, account);
            }
        }
        for (ExemptionTerms row : patterns) {
            best = better(best, row, account);
        }
        return best == null ? null : decisions.get(best);
    }

    /** Whether it is as long as some row's name: spares most names their lower case, which leaves plain letters as long. */
    private boolean mayBeExact(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return true;
            }
        }
        return lengths.get(name.length());
    }

    private static @Nullable ExemptionTerms better(@Nullable ExemptionTerms best, ExemptionTerms row, Account account) {
        return row.fits(account) && (best == null || row.beats(best)) ? row : best;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
