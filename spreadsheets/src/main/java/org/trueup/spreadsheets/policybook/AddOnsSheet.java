package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.AddOnTerms.LicencesMustEqual;

/** Reads the sheet Add-ons (A3), and knows the add-ons' names for the sheet Entitlements. */
final class AddOnsSheet {
    private final Column<String> addOn = Column.required("Add-on", TextTypes.name("an add-on's name"));
    private final Column<String> plan;
    private final Column<Boolean> eligible = Column.required("Eligible", ChoiceTypes.yesNo());
    private final Column<LicencesMustEqual> mustEqual =
            Column.optional("Licences must equal", ChoiceTypes.oneOf(LicencesMustEqual.class, AddOnsSheet::word));
    private final Column<BigDecimal> price = Column.optional("Price per licence and month", NumberTypes.money());
    private final FirstRows firstRows = new FirstRows();
    /** As first spelled, by their names in lower case. */
    private final Map<String, String> names = new LinkedHashMap<>();

    AddOnsSheet(List<String> plans) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
    }

    List<Column<?>> columns() {
        return List.of(addOn, plan, eligible, mustEqual, price);
    }

    /** The names that the sheet tells, also of rows that are wrong otherwise. */
    List<String> names() {
        return List.copyOf(names.values());
    }

    @Nullable
    AddOnTerms read(TableRow row) {
        String name = row.get(addOn);
        String forPlan = row.get(plan);
        Boolean mayBeBought = row.get(eligible);
        LicencesMustEqual licences = row.get(mustEqual);
        BigDecimal each = row.get(price);
        if (name != null) {
            names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            refuseSecond(row, name, forPlan);
        }
        if (row.failed() || name == null || mayBeBought == null) {
            return null;
        }
        LicencesMustEqual rule = licences == null ? LicencesMustEqual.ANY_NUMBER : licences;
        return new AddOnTerms(row.at(), name, forPlan, mayBeBought, rule, each);
    }

    private void refuseSecond(TableRow row, String name, @Nullable String forPlan) {
        if (!row.failed()) {
            String advice = " for " + FirstRows.forPlan(forPlan) + "; delete one of the two rows or name another plan";
            firstRows.refuseSecond(row, addOn, "the add-on " + Spoken.quoted(name), advice, name, forPlan);
        }
    }

    private static String word(LicencesMustEqual rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
