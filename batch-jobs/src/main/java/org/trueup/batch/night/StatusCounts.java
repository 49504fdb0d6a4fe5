package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.NightOutcome.Selection;
import org.trueup.spreadsheets.report.NightOutcome.StatusCount;

/** How many tenants of each vendor and account manager had each status on one night. */
final class StatusCounts {
    /** By date, vendor and status, those that were not decided last. */
    static final Comparator<StatusCount> ORDER = Comparator.comparing(StatusCount::asOf)
            .thenComparing(StatusCount::vendor)
            .thenComparing(StatusCount::status, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<Group, Integer> tenants = new HashMap<>();

    /**
     * Tenants that are counted together.
     *
     * @param manager empty for those without one
     * @param status none for those that were not decided
     */
    record Group(Vendor vendor, String manager, @Nullable Status status) {}

    void add(Vendor vendor, String manager, @Nullable Status status) {
        tenants.merge(new Group(vendor, manager, status), 1, Integer::sum);
    }

    void each(ObjLongConsumer<Group> reader) {
        tenants.forEach(reader::accept);
    }

    /** The tenants of a selection, by vendor and status. */
    List<StatusCount> of(Selection selection, LocalDate asOf) {
        Map<Group, Long> sums = new HashMap<>();
        tenants.forEach((group, count) -> {
            if (selects(selection, group)) {
                sums.merge(new Group(group.vendor(), "", group.status()), (long) count, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .map(sum -> new StatusCount(
                        asOf, sum.getKey().vendor(), sum.getKey().status(), sum.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static boolean selects(Selection selection, Group group) {
        if (selection instanceof Selection.OfVendor of) {
            return of.vendor().equals(group.vendor());
        }
        return !(selection instanceof Selection.OfAccountManager of)
                || of.name().equals(group.manager());
    }
}
