package org.trueup.rules.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.counting.AccountCounting;
import org.trueup.rules.counting.CountingDecision;
import org.trueup.rules.fact.Account;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.AccountProfile;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.LimitProfile;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/** The rows of one policy, laid out for the rules written by hand. For one thread. */
final class SheetsByHand implements AccountCounting {
    private static final Comparator<OverLimitTerms> BEST_FIRST =
            (one, other) -> one == other ? 0 : one.beats(other) ? -1 : 1;

    private final PolicyTerms policy;
    private final Map<String, PlanTerms> plans = new HashMap<>();
    private final Map<String, List<OverLimitTerms>> overLimit = new HashMap<>();
    private final Map<Setting, Map<String, @Nullable SettingTerms>> settings = new EnumMap<>(Setting.class);
    private final Map<String, List<ExemptionTerms>> exactNames = new HashMap<>();
    private final List<ExemptionTerms> patterns = new ArrayList<>();
    private final @Nullable CountingDecision[] profiles = new CountingDecision[AccountProfile.NUMBERS];
    private final boolean historyMatters;

    SheetsByHand(PolicyTerms policy) {
        this.policy = policy;
        policy.plans().forEach(plan -> plans.putIfAbsent(plan.plan(), plan));
        historyMatters = policy.counting().stream().anyMatch(row -> row.history() != null);
        for (ExemptionTerms row : policy.exemptions()) {
            if (row.name().exact()) {
                exactNames
                        .computeIfAbsent(lower(row.name().text()), name -> new ArrayList<>())
                        .add(row);
            } else {
                patterns.add(row);
            }
        }
    }

    @Nullable
    PlanTerms plan(String name) {
        return plans.get(name);
    }

    /** The row that wins for a setting and plan. */
    @Nullable
    SettingTerms setting(Setting setting, String plan) {
        Map<String, @Nullable SettingTerms> byPlan = settings.computeIfAbsent(setting, each -> new HashMap<>());
        if (!byPlan.containsKey(plan)) {
            byPlan.put(plan, policy.setting(setting, plan).orElse(null));
        }
        return byPlan.get(plan);
    }

    /** The row of Over the limit that takes a tenant. */
    @Nullable
    OverLimitTerms overLimit(LimitProfile tenant) {
        List<OverLimitTerms> rows = overLimit.computeIfAbsent(tenant.plan(), this::bestFirst);
        for (OverLimitTerms row : rows) {
            if (row.fits(tenant)) {
                return row;
            }
        }
        return null;
    }

    private List<OverLimitTerms> bestFirst(String plan) {
        return policy.overLimit().stream()
                .filter(row -> row.when().plan() == null || row.when().plan().equals(plan))
                .sorted(BEST_FIRST)
                .toList();
    }

    @Override
    public CountingDecision whoCounts(Metric metric, Account account, LocalDate day) {
        boolean history = historyMatters && account.hasHistoryOn(day);
        AccountProfile profile = AccountProfile.of(metric, account, day, history);
        CountingDecision known = profiles[profile.number()];
        if (known == null) {
            known = decide(profile);
            profiles[profile.number()] = known;
        }
        return known;
    }

    private CountingDecision decide(AccountProfile profile) {
        CountingTerms best = null;
        for (CountingTerms row : policy.counting()) {
            if (row.fits(profile) && (best == null || row.beats(best))) {
                best = row;
            }
        }
        return best == null
                ? new CountingDecision(0, "no row of the sheet Who counts takes this account", null)
                : new CountingDecision(best.licences(), best.reason(), best.cell("Licences counted"));
    }

    @Override
    public @Nullable CountingDecision exemption(Account account) {
        if (policy.exemptions().isEmpty()) {
            return null;
        }
        ExemptionTerms best = null;
        for (ExemptionTerms row : exactNames.getOrDefault(lower(account.name()), List.of())) {
            best = row.fits(account) && (best == null || row.beats(best)) ? row : best;
        }
        for (ExemptionTerms row : patterns) {
            best = row.fits(account) && (best == null || row.beats(best)) ? row : best;
        }
        if (best == null) {
            return null;
        }
        String because = best.because();
        return new CountingDecision(
                best.licences(), because == null ? "exemption account" : because, best.cell("Licences counted"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
