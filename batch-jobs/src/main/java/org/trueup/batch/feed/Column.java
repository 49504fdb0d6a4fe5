package org.trueup.batch.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every column that a feed file may have; a file's header names some of them in any order. */
enum Column {
    TENANT_ID,
    NAME,
    VENDOR,
    ACCOUNT_MANAGER,
    ACCOUNT_MANAGER_EMAIL,
    SIGNED_UP_ON,
    NONPROFIT,
    STORED_HISTORY_DAYS,
    SUBSCRIPTION_ID,
    PLAN,
    LICENSES,
    STARTS_ON,
    ENDS_ON,
    TERM,
    DISCOUNT_PERCENT,
    PRICE_PER_LICENSE,
    SUPPORT_PLAN,
    ADD_ON,
    ACCOUNT_ID,
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
    MERGED_INTO,
    AT,
    OVER_SINCE;

    private final String title = name().toLowerCase(Locale.ROOT);

    /** The column of that title, upper and lower case alike; none when no file has such a column. */
    static @Nullable Column titled(String title) {
        for (Column column : values()) {
            if (column.title.equalsIgnoreCase(title.strip())) {
                return column;
            }
        }
        return null;
    }

    /** As in the header line: {@code tenant_id}. */
    @Override
    public String toString() {
        return title;
    }
}
