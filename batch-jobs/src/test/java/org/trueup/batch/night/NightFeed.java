package org.trueup.batch.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A feed of any vendor in the making: what is not said is an empty cell. */
final class NightFeed {
    private static final List<String> TENANT = List.of("tenant_id", "name", "vendor", "signed_up_on");
    private static final List<String> SUBSCRIPTION = List.of(
            "tenant_id",
            "subscription_id",
            "plan",
            "licenses",
            "starts_on",
            "ends_on",
            "term",
            "discount_percent",
            "price_per_license",
            "support_plan");
    private static final List<String> ACCOUNT = List.of(
            "tenant_id",
            "account_id",
            "name",
            "username",
            "logon_domain",
            "device",
            "added_on",
            "removed_on",
            "deactivated_on",
            "tracked",
            "has_history",
            "history_deleted_on",
            "group",
            "merged_into");

    private final Map<String, List<String>> files = new TreeMap<>();

    NightFeed() {
        file("tenants.csv", TENANT);
        file("subscriptions.csv", SUBSCRIPTION);
        file("accounts.csv", ACCOUNT);
        file("activity.csv", List.of("tenant_id", "account_id", "at", "kind"));
        file("grace_state.csv", List.of("tenant_id", "over_since"));
    }

    private void file(String name, List<String> columns) {
        files.put(name, new ArrayList<>(List.of(String.join(",", columns))));
    }

    private NightFeed line(String file, String line) {
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(line);
        return this;
    }

    NightFeed tenant(String id, String vendor) {
        return line("tenants.csv", "%s,Name of %s,%s,".formatted(id, id, vendor));
    }

    /** A term from a day to a day, in months or years as the dates say. */
    NightFeed subscription(String tenant, String id, String plan, String licences, String from, String to) {
        return line("subscriptions.csv", String.join(",", tenant, id, plan, licences, from, to, ",,,"));
    }

    NightFeed subscription(
            String tenant, String id, String plan, String licences, String from, String to, String discount) {
        return subscription(tenant, id, plan, licences, from, to, "", discount);
    }

    NightFeed subscription(
            String tenant,
            String id,
            String plan,
            String licences,
            String from,
            String to,
            String term,
            String discount) {
        return line("subscriptions.csv", String.join(",", tenant, id, plan, licences, from, to, term, discount, ","));
    }

    /** @param cells by column; the others are empty */
    NightFeed account(String tenant, String id, Map<String, String> cells) {
        Map<String, String> all = new TreeMap<>(cells);
        all.put("tenant_id", tenant);
        all.put("account_id", id);
        all.put("name", "Name of " + id);
        return line(
                "accounts.csv",
                String.join(
                        ",",
                        ACCOUNT.stream()
                                .map(column -> all.getOrDefault(column, ""))
                                .toList()));
    }

    NightFeed registration(String tenant, String account, String at) {
        return line("activity.csv", String.join(",", tenant, account, at, "registration"));
    }

    NightFeed login(String tenant, String account, String at) {
        return line("activity.csv", String.join(",", tenant, account, at, "login"));
    }

    NightFeed overSince(String tenant, String day) {
        return line("grace_state.csv", tenant + "," + day);
    }

    void write(Path folder) {
        NightContext.write(folder, files);
    }

    void load(NightContext context, Path folder) {
        write(folder);
        context.load(folder);
    }
}
