package org.trueup.batch.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.rules.fact.Utf8Order;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.NightOutcome.Selection;

/**
 * Who is in a night: the tenants' numbers in the order of their ids, with vendor and account manager, twelve bytes each.
 * So each report can pass over its own tenants in order without asking the store to sort.
 */
final class TenantDirectory {
    private static final int A_BLOCK = 250;
    private static final int FETCH_ROWS = 10_000;

    private final List<Vendor> vendors;
    private final List<String> managers;
    private final int[] tenants;
    private final int[] vendorOf;
    private final int[] managerOf;
    private final StatusCounts counts;

    private TenantDirectory(
            List<Vendor> vendors,
            List<String> managers,
            int[] tenants,
            int[] vendorOf,
            int[] managerOf,
            StatusCounts counts) {
        this.vendors = vendors;
        this.managers = managers;
        this.tenants = tenants;
        this.vendorOf = vendorOf;
        this.managerOf = managerOf;
        this.counts = counts;
    }

    /**
     * Reads the tenants that the run of each vendor wrote. One that has changed its vendor since an older run stands in
     * both; the newer run counts.
     */
    static TenantDirectory of(SortedMap<Vendor, Integer> runs, JdbcClient sql) {
        Reading reading = new Reading(List.copyOf(runs.keySet()));
        sql.sql("SELECT a.tenant_no, a.vendor, COALESCE(a.account_manager, ''), a.run_id, a.status FROM tenant t"
                        + " JOIN assessment a" + AssessmentRows.BY_KEY
                        + " ON a.tenant_no = t.tenant_no WHERE a.run_id IN (" + listed(runs)
                        + ") ORDER BY t.tenant_id, a.run_id DESC")
                .withFetchSize(FETCH_ROWS)
                .query(row -> {
                    Vendor vendor = new Vendor(row.getString(2));
                    if (Integer.valueOf(row.getInt(4)).equals(runs.get(vendor))) {
                        reading.add(row.getInt(1), vendor, row.getString(3), row.getString(5));
                    }
                });
        return reading.directory();
    }

    /** The runs that count, as SQL lists them. */
    static String listed(Map<Vendor, Integer> runs) {
        return runs.values().stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    }

    long size() {
        return tenants.length;
    }

    boolean holds(int tenant) {
        return IntStream.of(tenants).anyMatch(each -> each == tenant);
    }

    StatusCounts counts() {
        return counts;
    }

    List<Vendor> vendors() {
        return vendors;
    }

    /** By name in the order of UTF-8 bytes. */
    List<String> accountManagers() {
        return managers.stream().sorted(Utf8Order.UTF8).toList();
    }

    /** Hands over the selected tenants in the order of their ids, some hundreds at a time. */
    void select(Selection selection, Consumer<int[]> reader) {
        int vendor = selection instanceof Selection.OfVendor of ? vendors.indexOf(of.vendor()) : -1;
        int manager = selection instanceof Selection.OfAccountManager of ? managers.indexOf(of.name()) : -1;
        boolean everyone = selection instanceof Selection.Everyone;
        int[] block = new int[A_BLOCK];
        int size = 0;
        for (int i = 0; i < tenants.length; i++) {
            if (everyone || vendorOf[i] == vendor || managerOf[i] == manager) {
                block[size++] = tenants[i];
                if (size == block.length) {
                    reader.accept(block);
                    size = 0;
                }
            }
        }
        if (size > 0) {
            reader.accept(Arrays.copyOf(block, size));
        }
    }

    private static final class Reading {
        private final List<Vendor> vendors;
        private final List<String> managers = new ArrayList<>();
        private final Map<String, Integer> managerNumbers = new HashMap<>();
        private int[] tenants = new int[1_024];
        private int[] vendorOf = new int[1_024];
        private int[] managerOf = new int[1_024];
        private final StatusCounts counts = new StatusCounts();
        private int size;

        Reading(List<Vendor> vendors) {
            this.vendors = vendors;
        }

        void add(int tenant, Vendor vendor, String manager, @Nullable String status) {
            if (size > 0 && tenants[size - 1] == tenant) {
                return;
            }
            if (size == tenants.length) {
                tenants = Arrays.copyOf(tenants, size * 2);
                vendorOf = Arrays.copyOf(vendorOf, size * 2);
                managerOf = Arrays.copyOf(managerOf, size * 2);
            }
            tenants[size] = tenant;
            vendorOf[size] = vendors.indexOf(vendor);
            counts.add(vendor, manager, status == null ? null : Status.valueOf(status));
            managerOf[size++] = managerNumbers.computeIfAbsent(manager, name -> {
                managers.add(name);
                return managers.size() - 1;
            });
        }

        TenantDirectory directory() {
            return new TenantDirectory(
                    vendors,
                    List.copyOf(managers),
                    Arrays.copyOf(tenants, size),
                    Arrays.copyOf(vendorOf, size),
                    Arrays.copyOf(managerOf, size),
                    counts);
        }
    }
}
