package org.trueup.spreadsheets.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;

/** The columns by which a row says whose it is: the same in every sheet. */
final class WhoColumns {
    private WhoColumns() {}

    /** Id and name; in a workbook of several vendors the vendor too, else the account manager. */
    static <R> List<Column<R>> of(
            BookScope scope, Function<R, @Nullable Tenant> tenant, Function<R, @Nullable Spot> spot) {
        List<Column<R>> columns = new ArrayList<>(named(tenant, spot));
        columns.add(scope.ofVendor() ? accountManager(tenant) : vendor(tenant));
        return columns;
    }

    /** Id, which leads to a place where there is one, and name. */
    static <R> List<Column<R>> named(Function<R, @Nullable Tenant> tenant, Function<R, @Nullable Spot> spot) {
        return List.of(
                Column.words("Tenant", 22, (cells, row) -> cells.link(id(tenant.apply(row)), spot.apply(row))),
                Column.words("Name", 28, (cells, row) -> cells.text(part(tenant.apply(row), Tenant::name))));
    }

    /** What stands first in rows of which the rest is the same in a workbook of one vendor and in one of several. */
    static <R> List<Column<R>> before(BookScope scope, Function<R, @Nullable Tenant> tenant) {
        List<Column<R>> columns = new ArrayList<>(named(tenant, row -> null));
        if (!scope.ofVendor()) {
            columns.add(vendor(tenant));
        }
        return columns;
    }

    static <R> Column<R> vendor(Function<R, @Nullable Tenant> tenant) {
        return Column.words(
                "Vendor",
                12,
                (cells, row) ->
                        cells.text(part(tenant.apply(row), who -> who.vendor().name())));
    }

    private static <R> Column<R> accountManager(Function<R, @Nullable Tenant> tenant) {
        return Column.words(
                "Account manager", 18, (cells, row) -> cells.text(part(tenant.apply(row), Tenant::accountManager)));
    }

    private static @Nullable String id(@Nullable Tenant tenant) {
        return part(tenant, who -> who.id().value());
    }

    private static @Nullable String part(@Nullable Tenant tenant, Function<Tenant, @Nullable String> part) {
        return tenant == null ? null : part.apply(tenant);
    }
}
