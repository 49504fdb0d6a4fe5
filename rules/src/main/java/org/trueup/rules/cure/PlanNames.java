package org.trueup.rules.cure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trueup.rules.cure.Change.PlanName;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.terms.PlanTerms;

/** The name of a plan that there is, for one that there is not: the one that is spelled most alike. */
final class PlanNames implements Family {

    @Override
    public Optional<List<Cure>> cures(TenantCase tenant, Target target) {
        Subscription bought = tenant.subscription().orElse(null);
        if (bought == null) {
            return Optional.of(List.of());
        }
        List<PlanName> changes = tenant.policy().plans().stream()
                .map(PlanTerms::plan)
                .sorted(Comparator.comparing(name -> difference(lower(name), lower(bought.plan()))))
                .map(name -> new PlanName(bought.id(), name))
                .toList();
        for (PlanName change : changes) {
            if (!tenant.knows(change)) {
                return Optional.empty();
            }
            if (tenant.cures(change, target)) {
                return Optional.of(List.of(new Cure(change, words(bought.plan(), change.plan()), null)));
            }
        }
        return Optional.of(List.of());
    }

    private static String words(String wrong, String right) {
        boolean alike = 2 * difference(lower(wrong), lower(right)) <= right.length();
        return (alike ? "correct the plan to \"" : "name a plan that there is, such as \"") + right + "\"";
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** How many letters to add, drop or exchange to make one name of the other. */
    private static int difference(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
