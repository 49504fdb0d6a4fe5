package org.trueup.batch.night;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.trueup.batch.range.RangeKey;
import org.trueup.rules.fact.Vendor;

/**
 * The tenants that one partition decides: their numbers from one to below another.
 *
 * @param vendor only this vendor's tenants; none means all
 */
record TenantRange(int run, LocalDate asOf, @Nullable Vendor vendor, int from, int to) {
    /** Selects a range from a table; its alias goes in, and the range's ends are the parameters. */
    static final String CONDITION = " WHERE %1$s.tenant_no >= ? AND %1$s.tenant_no < ?";

    static TenantRange in(ExecutionContext context) {
        String vendor = context.getString("vendor", "");
        return new TenantRange(
                context.getInt(RangeKey.RUN),
                LocalDate.parse(context.getString("asOf")),
                vendor.isEmpty() ? null : new Vendor(vendor),
                context.getInt(RangeKey.FROM),
                context.getInt("to"));
    }

    /** Whether a context says which range it is. */
    static boolean isIn(ExecutionContext context) {
        return context.containsKey("to");
    }

    /** A condition on the vendor's column, to follow others; vendor names are safe to stand in the text. */
    String vendorCondition(String column) {
        return vendor == null ? "" : " AND " + column + " = '" + vendor + "'";
    }

    ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putInt(RangeKey.RUN, run);
        context.putString("asOf", asOf.toString());
        context.putString("vendor", vendor == null ? "" : vendor.name());
        context.putInt(RangeKey.FROM, from);
        context.putInt("to", to);
        return context;
    }
}
