package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;

/** Takes a night's tenants one by one and puts each into all files that show it. */
final class TenantPass {
    private final CsvFiles files;
    private final Map<NightOutcome.Selection, TenantBook> books = new HashMap<>();
    private final TenantRows rows = new TenantRows();
    private final NightTally tally = new NightTally();

    TenantPass(CsvFiles files, List<TenantBook> ofVendors, List<TenantBook> ofManagers) {
        this.files = files;
        ofVendors.forEach(book -> books.put(book.scope().selection(), book));
        ofManagers.forEach(book -> books.put(book.scope().selection(), book));
    }

    void add(TenantOutcome outcome) {
        tally.wrote(outcome.assessment().tenant().vendor(), files.add(outcome));
        tally.add(outcome.assessment());
        rows.add(outcome, showing(outcome.assessment().tenant()));
    }

    /** The workbooks that show a tenant; what is missing from them is found when they are added up. */
    private List<TenantBook> showing(Tenant tenant) {
        String manager = Objects.requireNonNullElse(tenant.accountManager(), "");
        List<TenantBook> showing = new ArrayList<>(2);
        add(books.get(new NightOutcome.Selection.OfVendor(tenant.vendor())), showing);
        add(books.get(new NightOutcome.Selection.OfAccountManager(manager)), showing);
        return showing;
    }

    private static void add(@Nullable TenantBook book, List<TenantBook> to) {
        if (book != null) {
            to.add(book);
        }
    }

    /** What the tenants in the CSV files come to. */
    NightTally tally() {
        return tally;
    }
}
