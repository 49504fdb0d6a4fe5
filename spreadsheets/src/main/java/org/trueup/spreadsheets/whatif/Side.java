package org.trueup.spreadsheets.whatif;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Licences;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/**
 * What one of the two policies says of a tenant's position.
 *
 * @param used at least 0
 * @param monthlyAmount two decimals; none where it is not known
 * @param trueUpAmount two decimals; none where it is not known
 */
public record Side(
        String plan,
        int used,
        Licences licensed,
        Status status,
        @Nullable Grace grace,
        @Nullable BigDecimal monthlyAmount,
        @Nullable BigDecimal trueUpAmount,
        Currency currency) {

    static @Nullable Side of(@Nullable Position position) {
        return position == null
                ? null
                : new Side(
                        position.plan(),
                        position.used(),
                        position.licensed(),
                        position.status(),
                        position.grace(),
                        amount(position.monthlyAmount()),
                        amount(position.trueUpAmount()),
                        position.currency());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
