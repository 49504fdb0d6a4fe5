package org.trueup.spreadsheets.report;

import java.util.Locale;
import org.trueup.rules.fact.Vendor;

/**
 * Whose tenants a workbook shows.
 *
 * @param file name, relative to the night's folder
 * @param title for people
 * @param ofVendor whether they are one vendor's; else they are one account manager's
 */
record BookScope(String file, String title, NightOutcome.Selection selection, boolean ofVendor) {

    static BookScope of(Vendor vendor, NightOutcome night) {
        return new BookScope(
                vendor.name() + ".xlsx",
                preview(night) + capitalised(vendor) + " licences as of " + night.asOf(),
                new NightOutcome.Selection.OfVendor(vendor),
                true);
    }

    /** The empty name stands for the tenants without an account manager. */
    static BookScope of(String accountManager, String file, NightOutcome night) {
        String whose = accountManager.isEmpty() ? "Tenants without an account manager" : "Tenants of " + accountManager;
        return new BookScope(
                file,
                preview(night) + whose + ": licences as of " + night.asOf(),
                new NightOutcome.Selection.OfAccountManager(accountManager),
                false);
    }

    /** Nobody may take a look ahead for what is so. */
    private static String preview(NightOutcome night) {
        return night.preview() ? "Preview: " : "";
    }

    private static String capitalised(Vendor vendor) {
        return vendor.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + vendor.name().substring(1);
    }
}
