package org.trueup.spreadsheets.policybook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Cell;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;

/** Reads the sheet Settings: each name has its own type of value. */
final class SettingsSheet {
    private static final int LONGEST_LINE = 200;
    private static final List<String> PLACEHOLDERS = List.of("used", "licensed", "required", "previous peak");
    private static final ValueType<Integer> DAY_OF_MONTH = NumberTypes.whole(1, 31);
    private static final ValueType<String> LINE = TextTypes.line(LONGEST_LINE, PLACEHOLDERS);

    private final Column<Setting> name = Column.required("Name", ChoiceTypes.oneOf(Setting.class, Setting::title));
    private final Column<String> plan;
    private final Column<String> value = Column.required("Value", LINE);
    private final Column<String> unit = Column.optional("Unit", TextTypes.sentence(LONGEST_LINE));
    private final Map<String, Cell> firstCells = new HashMap<>();

    SettingsSheet(List<String> plans) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
    }

    List<Column<?>> columns() {
        return List.of(name, plan, value, unit);
    }

    @Nullable
    SettingTerms read(TableRow row) {
        Setting setting = row.get(name);
        String forPlan = row.get(plan);
        if (setting == null) {
            return null;
        }
        String typed = value(row, setting);
        refuseOtherUnit(row, setting);
        refuseSecond(row, setting, forPlan);
        return row.failed() || typed == null ? null : new SettingTerms(row.at(), setting, forPlan, typed);
    }

    private @Nullable String value(TableRow row, Setting setting) {
        return switch (setting) {
            case UNUSED_LICENCES_TOLD_FROM -> {
                Integer day = row.get(value.taking(DAY_OF_MONTH));
                yield day == null ? null : day.toString();
            }
            case USAGE_LINE -> row.get(value);
            case TRIAL_DAYS, DAYS_IN_6_MONTHS, DAYS_IN_12_MONTHS, FORECAST_MONTHS, EXPIRY_TOLD_DAYS -> {
                Integer number = row.get(value.taking(NumberTypes.whole(1, 3_660)));
                yield number == null ? null : number.toString();
            }
        };
    }

    /** A value typed in another unit would be read as something that nobody meant. */
    private void refuseOtherUnit(TableRow row, Setting setting) {
        String typed = row.get(unit);
        if (typed != null && !typed.equalsIgnoreCase(setting.unit())) {
            row.error(
                    unit,
                    Spoken.quoted(setting.title()) + " is given in " + Spoken.quoted(setting.unit())
                            + "; type that or leave the cell empty");
        }
    }

    private void refuseSecond(TableRow row, Setting setting, @Nullable String forPlan) {
        String key = setting + "\n" + (forPlan == null ? "" : forPlan.toLowerCase(Locale.ROOT));
        Cell first = firstCells.putIfAbsent(key, row.at().cell(name.header()));
        if (first != null) {
            String which = forPlan == null ? "every plan" : "the plan " + Spoken.quoted(forPlan);
            row.error(
                    name,
                    Spoken.quoted(setting.title()) + " stands already in " + first.address() + " for " + which
                            + "; delete one of the two rows or name another plan");
        }
    }
}
