package org.trueup.batch.feed;

import static org.trueup.batch.feed.Column.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The files of a feed, in the order in which they are read: what refers to something follows it. */
enum FeedFile {
    TENANTS(
            EnumSet.of(TENANT_ID, NAME, VENDOR),
            EnumSet.of(ACCOUNT_MANAGER, ACCOUNT_MANAGER_EMAIL, SIGNED_UP_ON, NONPROFIT, STORED_HISTORY_DAYS)),
    SUBSCRIPTIONS(
            EnumSet.of(TENANT_ID, SUBSCRIPTION_ID, PLAN, LICENSES, STARTS_ON, ENDS_ON),
            EnumSet.of(TERM, DISCOUNT_PERCENT, PRICE_PER_LICENSE, SUPPORT_PLAN)),
    ADD_ONS(EnumSet.of(TENANT_ID, ADD_ON, LICENSES), EnumSet.of(STARTS_ON, ENDS_ON, PRICE_PER_LICENSE)),
    GRACE_STATE(EnumSet.of(TENANT_ID, OVER_SINCE), EnumSet.noneOf(Column.class)),
    ACCOUNTS(
            EnumSet.of(TENANT_ID, ACCOUNT_ID, NAME),
            EnumSet.of(
                    KIND,
                    SOURCE,
                    EMAIL,
                    USERNAME,
                    LOGON_DOMAIN,
                    DEVICE,
                    ADDED_ON,
                    REMOVED_ON,
                    DEACTIVATED_ON,
                    LOGIN_ENABLED,
                    TRACKED,
                    HAS_HISTORY,
                    HISTORY_DELETED_ON,
                    ACCESS,
                    GROUP,
                    MERGED_INTO)),
    ACTIVITY(EnumSet.of(TENANT_ID, ACCOUNT_ID, AT), EnumSet.of(KIND, SOURCE));

    private final Set<Column> required;
    private final Set<Column> optional;

    FeedFile(Set<Column> required, Set<Column> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Columns that the header must name. */
    Set<Column> required() {
        return required;
    }

    boolean has(Column column) {
        return required.contains(column) || optional.contains(column);
    }

    /** Whether a feed without this file is refused. */
    boolean mustBeThere() {
        return this == TENANTS || this == SUBSCRIPTIONS;
    }

    /** The name without its ending: {@code add_ons}. */
    String stem() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name under which lines are counted, be it gzipped or in parts: {@code add_ons.csv}. */
    @Override
    public String toString() {
        return stem() + ".csv";
    }
}
