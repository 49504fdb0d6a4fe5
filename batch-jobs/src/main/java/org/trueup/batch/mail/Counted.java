package org.trueup.batch.mail;

import java.util.Locale;

/** Numbers in sentences. */
final class Counted {
    private Counted() {}

    /** For example {@code 1 tenant} or {@code 1,200 tenants}. */
    static String of(long number, String unit) {
        return String.format(Locale.ROOT, "%,d %s%s", number, unit, number == 1 ? "" : "s");
    }
}
