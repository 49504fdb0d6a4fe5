package org.trueup.spreadsheets.policybook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.EntitlementTerms;

/** Reads the sheet Entitlements (A4, A5). */
final class EntitlementsSheet {
    private final Column<String> plan;
    private final Column<String> supportPlan;
    private final Column<String> addOn;
    private final Column<String> entitlement =
            Column.required("Entitlement", TextTypes.name("what the tenant is entitled to"));
    private final Column<String> value = Column.required("Value", new EntitlementValue());
    private final Column<String> unit = Column.optional("Unit", TextTypes.name("what the value is a number of"));
    private final FirstRows firstRows = new FirstRows();
    /** As first spelled, by their names in lower case: one entitlement never has two names. */
    private final Map<String, String> spelling = new HashMap<>();

    EntitlementsSheet(List<String> plans, List<String> supportPlans, List<String> addOns) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
        supportPlan =
                Column.optional("Support plan", ChoiceTypes.named("a support plan", "Support plans", supportPlans));
        addOn = Column.optional("Add-on", ChoiceTypes.named("an add-on", "Add-ons", addOns));
        for (KnownEntitlement known : KnownEntitlement.values()) {
            spelling.put(known.title().toLowerCase(Locale.ROOT), known.title());
        }
    }

    List<Column<?>> columns() {
        return List.of(plan, supportPlan, addOn, entitlement, value, unit);
    }

    @Nullable
    EntitlementTerms read(TableRow row) {
        String forPlan = row.get(plan);
        String forSupportPlan = row.get(supportPlan);
        String forAddOn = row.get(addOn);
        String name = row.get(entitlement);
        String granted = row.get(value);
        String counted = row.get(unit);
        if (row.failed() || name == null || granted == null) {
            return null;
        }
        String spelled = spelling.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> name);
        checkValue(row, spelled, granted, counted);
        refuseSecond(row, spelled, forPlan, forSupportPlan, forAddOn);
        return row.failed()
                ? null
                : new EntitlementTerms(row.at(), forPlan, forSupportPlan, forAddOn, spelled, granted, counted);
    }

    private void checkValue(TableRow row, String name, String granted, @Nullable String counted) {
        if (counted != null && !EntitlementValue.isNumber(granted) && !granted.equals(EntitlementValue.UNLIMITED)) {
            row.error(
                    value,
                    Spoken.quoted(granted) + " is not a number of " + Spoken.quoted(counted)
                            + "; type a number or unlimited, or empty the cell under Unit");
            return;
        }
        KnownEntitlement.of(name).ifPresent(known -> {
            known.wrongUnit(granted, counted).ifPresent(message -> row.error(unit, message));
            known.wrongValue(granted, counted).ifPresent(message -> row.error(value, message));
        });
    }

    private void refuseSecond(TableRow row, String name, @Nullable String... conditions) {
        @Nullable String[] key = new @Nullable String[conditions.length + 1];
        key[0] = name;
        System.arraycopy(conditions, 0, key, 1, conditions.length);
        firstRows.refuseSecond(
                row,
                entitlement,
                "the entitlement " + Spoken.quoted(name),
                " with the same conditions; delete one of the two rows or name another plan, support plan or add-on",
                key);
    }
}
