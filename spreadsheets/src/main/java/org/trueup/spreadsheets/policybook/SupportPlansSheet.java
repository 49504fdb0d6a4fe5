package org.trueup.spreadsheets.policybook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.SupportPlanTerms;

/** Reads the sheet Support plans (A4), and knows the support plans' names for the sheet Entitlements. */
final class SupportPlansSheet {
    private final Column<String> supportPlan = Column.required("Support plan", TextTypes.name("a support plan's name"));
    private final Column<String> plan;
    private final Column<Boolean> available = Column.required("Available", ChoiceTypes.yesNo());
    private final Column<Boolean> included = Column.optional("Included", ChoiceTypes.yesNo());
    private final FirstRows firstRows = new FirstRows();
    private final FirstRows includedRows = new FirstRows();
    /** As first spelled, by their names in lower case. */
    private final Map<String, String> names = new LinkedHashMap<>();

    SupportPlansSheet(List<String> plans) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
    }

    List<Column<?>> columns() {
        return List.of(supportPlan, plan, available, included);
    }

    /** The names that the sheet tells, also of rows that are wrong otherwise. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    @Nullable
    SupportPlanTerms read(TableRow row) {
        String name = row.get(supportPlan);
        String forPlan = row.get(plan);
        Boolean mayBeHad = row.get(available);
        boolean comesWithIt = Boolean.TRUE.equals(row.get(included));
        if (name != null) {
            names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        }
        if (row.failed() || name == null || mayBeHad == null) {
            return null;
        }
        refuseSecond(row, name, forPlan);
        if (comesWithIt) {
            checkIncluded(row, mayBeHad, forPlan);
        }
        return row.failed() ? null : new SupportPlanTerms(row.at(), name, forPlan, mayBeHad, comesWithIt);
    }

    private void refuseSecond(TableRow row, String name, @Nullable String forPlan) {
        String advice = " for " + FirstRows.forPlan(forPlan) + "; delete one of the two rows or name another plan";
        firstRows.refuseSecond(row, supportPlan, "the support plan " + Spoken.quoted(name), advice, name, forPlan);
    }

    private void checkIncluded(TableRow row, boolean mayBeHad, @Nullable String forPlan) {
        if (!mayBeHad) {
            row.error(
                    included,
                    "a support plan that is not available cannot come with the plan; type no here or yes under"
                            + " Available");
            return;
        }
        String what = "the support plan that comes with " + FirstRows.forPlan(forPlan);
        includedRows.refuseSecond(row, included, what, "; type no in one of the two rows", forPlan);
    }
}
