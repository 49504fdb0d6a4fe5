package org.trueup.rules.terms;

import java.util.AbstractList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the sheet Settings, the winning one found without trying each. */
final class Settings extends AbstractList<SettingTerms> {
    private final List<SettingTerms> rows;
    /** The best row of each plan; under no plan's name the best of those for all. */
    private final Map<Setting, Map<@Nullable String, SettingTerms>> best = new EnumMap<>(Setting.class);

    Settings(List<SettingTerms> settings) {
        rows = List.copyOf(settings);
        for (SettingTerms row : rows) {
            best.computeIfAbsent(row.setting(), setting -> new HashMap<>())
                    .merge(row.plan(), row, (one, other) -> other.beats(one) ? other : one);
        }
    }

    Optional<SettingTerms> of(Setting setting, String plan) {
        Map<@Nullable String, SettingTerms> byPlan = best.getOrDefault(setting, Map.of());
        SettingTerms own = byPlan.isEmpty() ? null : byPlan.get(plan);
        return Optional.ofNullable(own != null || byPlan.isEmpty() ? own : byPlan.get(null));
    }

    @Override
    public SettingTerms get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
