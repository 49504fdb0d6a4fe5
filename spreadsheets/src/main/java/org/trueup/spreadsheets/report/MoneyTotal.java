package org.trueup.spreadsheets.report;

import java.math.BigDecimal;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;

/**
 * The money of some tenants in one currency.
 *
 * @param tenants how many
 * @param monthly sum of the monthly amounts that are known
 * @param withoutMonthly tenants whose monthly amount is not known
 * @param trueUp sum of the true-up amounts that are known
 * @param withoutTrueUp tenants that are short and have no price
 */
record MoneyTotal(long tenants, BigDecimal monthly, long withoutMonthly, BigDecimal trueUp, long withoutTrueUp) {

    static MoneyTotal of(Position position) {
        Money monthly = position.monthlyAmount();
        Money trueUp = position.trueUpAmount();
        return new MoneyTotal(
                1,
                monthly == null ? BigDecimal.ZERO.setScale(2) : monthly.amount(),
                monthly == null ? 1 : 0,
                trueUp == null ? BigDecimal.ZERO.setScale(2) : trueUp.amount(),
                trueUp == null && position.shortBy() > 0 ? 1 : 0);
    }

    MoneyTotal plus(MoneyTotal other) {
        return new MoneyTotal(
                tenants + other.tenants,
                monthly.add(other.monthly),
                withoutMonthly + other.withoutMonthly,
                trueUp.add(other.trueUp),
                withoutTrueUp + other.withoutTrueUp);
    }
}
