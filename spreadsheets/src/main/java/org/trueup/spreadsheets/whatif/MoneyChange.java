package org.trueup.spreadsheets.whatif;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an amount comes to over all tenants, in one currency. An amount that is not known counts as nothing.
 *
 * @param before sum by the published policy
 * @param after sum by the draft
 * @param up sum of what rises, at least 0
 * @param tenantsUp for how many tenants it rises
 * @param down sum of what falls, at most 0
 * @param tenantsDown for how many tenants it falls
 */
public record MoneyChange(
        BigDecimal before, BigDecimal after, BigDecimal up, long tenantsUp, BigDecimal down, long tenantsDown) {
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    static MoneyChange of(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        BigDecimal was = before == null ? NOTHING : before;
        BigDecimal is = after == null ? NOTHING : after;
        BigDecimal difference = is.subtract(was);
        boolean rises = difference.signum() > 0;
        boolean falls = difference.signum() < 0;
        return new MoneyChange(
                was, is, rises ? difference : NOTHING, rises ? 1 : 0, falls ? difference : NOTHING, falls ? 1 : 0);
    }

    /** Up and down together. */
    public BigDecimal difference() {
        return up.add(down);
    }

    MoneyChange plus(MoneyChange other) {
        return new MoneyChange(
                before.add(other.before),
                after.add(other.after),
                up.add(other.up),
                tenantsUp + other.tenantsUp,
                down.add(other.down),
                tenantsDown + other.tenantsDown);
    }
}
