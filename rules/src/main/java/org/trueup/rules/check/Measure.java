package org.trueup.rules.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Money;

/** What of a tenant can be measured, and so be asked for with "at least" and "at most". */
public enum Measure {
    /** Used in percent of licensed; none where licences are unlimited, or where nothing is licensed and nothing used. */
    USE("Use", Unit.PERCENT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            Integer licensed = tenant.position().licensed().count();
            int used = tenant.position().used();
            return licensed == null || licensed + used == 0 ? null : new Amount(100L * used, licensed);
        }
    },
    USED("Used", Unit.COUNT) {
        @Override
        Amount of(CheckedTenant tenant) {
            return Amount.whole(tenant.position().used());
        }
    },
    /** None where licences are unlimited. */
    LICENSED("Licensed", Unit.COUNT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            return Amount.whole(tenant.position().licensed().count());
        }
    },
    /** Licences that are left; none where they are unlimited. */
    UNUSED("Unused", Unit.COUNT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            return Amount.whole(
                    tenant.position().licensed().leftOf(tenant.position().used()));
        }
    },
    /** The subscription's discount. */
    DISCOUNT("Discount", Unit.PERCENT) {
        @Override
        Amount of(CheckedTenant tenant) {
            return Amount.exact(tenant.subscription().discountPercent());
        }
    },
    /** What bringing the tenant back within its licences costs; none where nobody knows. */
    TRUE_UP("True-up", Unit.MONEY) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            Money amount = tenant.position().trueUpAmount();
            return amount == null ? null : Amount.exact(amount.amount());
        }
    },
    /** From the as-of date to the last day of the subscription that was bought: 0 on that day. */
    DAYS_TO_TERM_END("Days to term end", Unit.COUNT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            return tenant.subscription().bought()
                    ? Amount.whole(tenant.subscription().endsOn().toEpochDay()
                            - tenant.asOf().toEpochDay())
                    : null;
        }
    },
    /** 1 on the first night over the limit; none when not over. */
    DAYS_OVER("Days over", Unit.COUNT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            LocalDate since = tenant.position().overSince();
            return since == null ? null : Amount.whole(tenant.asOf().toEpochDay() - since.toEpochDay() + 1);
        }
    },
    /** From the as-of date to the last day of the grace period: 0 on that day; none outside of one. */
    GRACE_DAYS_LEFT("Grace days left", Unit.COUNT) {
        @Override
        @Nullable
        Amount of(CheckedTenant tenant) {
            Grace grace = tenant.position().grace();
            return grace == null || grace.over() ? null : Amount.whole(grace.days() - grace.day());
        }
    },
    /** Of the as-of date, 1 to 31: for what is worth telling late in the month only. */
    DAY_OF_MONTH("Day of month", Unit.COUNT) {
        @Override
        Amount of(CheckedTenant tenant) {
            return Amount.whole(tenant.asOf().getDayOfMonth());
        }
    };

    /** How a measure is typed and told. */
    public enum Unit {
        /** A whole number. */
        COUNT(0),
        PERCENT(3),
        /** In the tenant's currency. */
        MONEY(2);

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }

        /** The most decimals that a bound may have. */
        public int decimals() {
            return decimals;
        }
    }

    private final String title;
    private final Unit unit;

    Measure(String title, Unit unit) {
        this.title = title;
        this.unit = unit;
    }

    /** The name that the columns of the sheet begin with; in small letters the placeholder of messages. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** None where the tenant has no such measure, and then no condition on it holds. */
    abstract @Nullable Amount of(CheckedTenant tenant);

    /** The measure as a message tells it. */
    String spoken(CheckedTenant tenant) {
        Amount amount = of(tenant);
        if (amount == null) {
            return "none";
        }
        return switch (unit) {
            case COUNT -> Long.toString(amount.numerator());
            case PERCENT -> amount.spoken() + " %";
            case MONEY ->
                new Money(new BigDecimal(amount.spoken()), tenant.position().currency()).toString();
        };
    }
}
