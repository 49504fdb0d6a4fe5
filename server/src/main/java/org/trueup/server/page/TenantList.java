package org.trueup.server.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.trueup.batch.night.TenantViews;
import org.trueup.server.tenant.TenantFilter;

/** One page of tenants: which, of how many, and the addresses of the other pages and orders. */
record TenantList(TenantFilter filter, TenantViews.Page found) {
    private static final List<Head> HEADS = List.of(
            new Head("tenant_name", "Tenant", false, false),
            new Head("vendor", "Vendor", false, false),
            new Head("account_manager", "Account manager", false, false),
            new Head("plan", "Plan", false, false),
            new Head("used", "Used", true, true),
            new Head("licensed", "Licensed", true, true),
            new Head("short", "Short", true, true),
            new Head("status", "Status", false, true),
            new Head("grace_ends_on", "Grace ends", false, false),
            new Head("true_up_amount", "To true up", true, true));

    /**
     * A column that the list can be sorted by.
     *
     * @param downFirst whether people look for what is large before what is small
     */
    record Head(String column, String label, boolean figures, boolean downFirst) {}

    public List<Head> heads() {
        return HEADS;
    }

    /** As the table says of a column how it sorts the list; none where it doesn't. */
    public @Nullable String sorted(Head head) {
        if (filter.sort() == null) {
            return null;
        }
        return filter.sort().equals(head.column())
                ? "ascending"
                : filter.sort().equals("-" + head.column()) ? "descending" : null;
    }

    /** The address of the list sorted by a column, the other way round where it already is. */
    public String sortedBy(Head head) {
        String up = head.column();
        String down = "-" + up;
        String current = Words.orEmpty(filter.sort());
        String first = head.downFirst() ? down : up;
        String next = current.equals(first) ? (head.downFirst() ? up : down) : first;
        return address(next, 0);
    }

    public boolean hasBefore() {
        return filter.page() > 0;
    }

    public boolean hasNext() {
        return (filter.page() + 1L) * filter.size() < found.total();
    }

    public String before() {
        return address(filter.sort(), filter.page() - 1);
    }

    public String next() {
        return address(filter.sort(), filter.page() + 1);
    }

    /** For example 51–100 of 1,234 tenants. */
    public String range() {
        long from = (long) filter.page() * filter.size();
        if (found.tenants().isEmpty()) {
            return found.total() == 0 ? "No tenant fits" : "Nobody on this page of " + Words.number(found.total());
        }
        return "%s–%s of %s"
                .formatted(
                        Words.number(from + 1),
                        Words.number(from + found.tenants().size()),
                        Words.count(found.total(), "tenant", "tenants"));
    }

    public String q() {
        return Words.orEmpty(filter.q());
    }

    public String vendor() {
        return Words.orEmpty(filter.vendor());
    }

    public String status() {
        return Words.orEmpty(filter.status());
    }

    public String accountManager() {
        return Words.orEmpty(filter.accountManager());
    }

    public String sort() {
        return Words.orEmpty(filter.sort());
    }

    private String address(@Nullable String sort, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tenants");
        add(address, "q", filter.q());
        add(address, "vendor", filter.vendor());
        add(address, "status", filter.status());
        add(address, "account_manager", filter.accountManager());
        add(address, "sort", sort);
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().build().toUriString();
    }

    /** As a template variable, or a brace in a name would be taken for one. */
    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
