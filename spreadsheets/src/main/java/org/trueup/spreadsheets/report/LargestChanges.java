package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.whatif.Side;
import org.trueup.spreadsheets.whatif.TenantChange;

/** Keeps the few tenants for whom the most money changes, whatever their currency. */
final class LargestChanges {
    private static final int KEPT = 10;
    private static final Comparator<Large> ORDER = Comparator.comparing(Large::money)
            .reversed()
            .thenComparing(large -> large.change().tenant());

    private final PriorityQueue<Large> kept = new PriorityQueue<>(ORDER.reversed());

    record Large(TenantChange change, BigDecimal money, Spot spot) {}

    void offer(TenantChange change, Spot spot) {
        BigDecimal money = size(change, Side::monthlyAmount).add(size(change, Side::trueUpAmount));
        if (money.signum() > 0) {
            kept.add(new Large(change, money, spot));
            if (kept.size() > KEPT) {
                kept.remove();
            }
        }
    }

    /** The largest first. */
    List<Large> list() {
        return kept.stream().sorted(ORDER).toList();
    }

    private static BigDecimal size(TenantChange change, Function<Side, @Nullable BigDecimal> amount) {
        BigDecimal difference = ChangedTenantsTable.difference(change, amount);
        return difference == null ? BigDecimal.ZERO : difference.abs();
    }
}
