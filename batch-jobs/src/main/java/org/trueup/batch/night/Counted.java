package org.trueup.batch.night;

import java.util.Locale;

/** What is counted in several places of a run, where it must come to the same. */
enum Counted {
    /** Lines of the feed whose facts were decided. */
    FEED_LINES,
    REJECTED_LINES,
    TENANTS,
    DECIDED,
    NOT_DECIDED,
    FINDINGS,
    MONTHS,
    USERS,
    /** Users are stored some thousands a row. */
    PACKS_OF_USERS;

    /** In sentences and files, for example {@code not decided}. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Where a thing is counted, in the order in which it passes there. */
    enum Place {
        /** What the feed read, from its files. */
        READ_FROM_THE_FEED,
        /** What it took and what it rejected, together. */
        TAKEN_AND_REJECTED,
        /** Rejected lines that are kept. */
        KEPT_WITH_A_REASON,
        IN_THE_STORE,
        READ,
        WRITTEN,
        IN_THE_RESULTS,
        WITH_A_REASON,
        IN_CSV_FILES,
        IN_VENDORS_WORKBOOKS,
        IN_ACCOUNT_MANAGERS_WORKBOOKS;

        String words() {
            return name().toLowerCase(Locale.ROOT)
                    .replace('_', ' ')
                    .replace("csv", "CSV")
                    .replace("vendors", "vendors'")
                    .replace("managers", "managers'");
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
