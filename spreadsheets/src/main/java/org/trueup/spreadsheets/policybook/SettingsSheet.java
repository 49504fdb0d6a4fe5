package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.spreadsheets.sheet.CellValue;

/** Reads the sheet Settings: each name has its own type of value. */
final class SettingsSheet {
    private static final int LONGEST_LINE = 200;
    private static final List<String> PLACEHOLDERS = List.of("used", "licensed", "required", "previous peak");
    private static final ValueType<String> LINE = TextTypes.line(LONGEST_LINE, PLACEHOLDERS);

    private final Column<Setting> name = Column.required("Name", ChoiceTypes.oneOf(Setting.class, Setting::title));
    private final Column<String> plan;
    private final Column<String> value = Column.required("Value", new SettingValue());
    private final Column<String> unit = Column.optional("Unit", TextTypes.sentence(LONGEST_LINE));
    private final FirstRows firstRows = new FirstRows();

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
        if (setting == Setting.TRIAL_DAYS && !row.failed()) {
            checkTriedPlan(row, forPlan);
        }
        refuseOtherUnit(row, setting);
        refuseSecond(row, setting, forPlan);
        return row.failed() || typed == null ? null : new SettingTerms(row.at(), setting, forPlan, typed);
    }

    private @Nullable String value(TableRow row, Setting setting) {
        return switch (setting) {
            case USAGE_LINE -> row.get(value.taking(LINE));
            case UNUSED_LICENCES_TOLD_FROM -> number(row, 1, 31);
            case TRIAL_DAYS, DAYS_IN_6_MONTHS -> number(row, 1, 366);
            case DAYS_IN_12_MONTHS -> number(row, 1, 732);
            case FORECAST_MONTHS -> number(row, 1, 24);
            case EXPIRY_TOLD_DAYS -> number(row, 0, 366);
        };
    }

    /** Each setting takes its own; this is for editors. */
    private record SettingValue() implements ValueType<String> {
        @Override
        public String expected() {
            return LINE.expected();
        }

        @Override
        public Parsed<String> parse(CellValue cell) {
            return LINE.parse(cell);
        }

        @Override
        public CellShape shape() {
            return CellShape.NUMBER_OR_TEXT;
        }
    }

    private @Nullable String number(TableRow row, int least, int most) {
        Integer number = row.get(value.taking(NumberTypes.whole(least, most)));
        return number == null ? null : number.toString();
    }

    /** The row's plan is the one that is tried, and only one can be (A6). */
    private void checkTriedPlan(TableRow row, @Nullable String tried) {
        if (tried == null) {
            row.error(plan, "the cell is empty; type the plan that is tried");
        }
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
        String what = Spoken.quoted(setting.title());
        if (setting == Setting.TRIAL_DAYS) {
            firstRows.refuseSecond(row, name, what, "; only one plan is tried, delete one of the two rows", what);
        } else {
            String advice = " for " + FirstRows.forPlan(forPlan) + "; delete one of the two rows or name another plan";
            firstRows.refuseSecond(row, name, what, advice, what, forPlan);
        }
    }
}
