package org.trueup.batch.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/** A feed of so many tenants of all four vendors, each with so many accounts and a month of activity; the same every time. */
final class MadeUpFeed {
    private static final String[] VENDORS = {"plecto", "activtrak", "learning", "pensero"};
    private static final String[] PLANS = {"Medium", "Essentials", "MAU", "Growth"};
    private static final int MANAGERS = 40;
    private static final int DAYS_ACTIVE = 3;
    private static final int CHANGED_ONE_IN = 20;

    private final int tenants;
    private final int accounts;
    private final LocalDate asOf;
    private final boolean changed;
    private final Random chance = new Random(1);
    private long lines;

    MadeUpFeed(int tenants, int accounts, LocalDate asOf) {
        this(tenants, accounts, asOf, false);
    }

    private MadeUpFeed(int tenants, int accounts, LocalDate asOf, boolean changed) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.asOf = asOf;
        this.changed = changed;
    }

    /** The same feed in which one account in twenty has another name and one day of activity more, and as many are new. */
    MadeUpFeed changed() {
        return new MadeUpFeed(tenants, accounts, asOf, true);
    }

    /** Writes the files and returns how many lines they have. */
    long write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Writer tenantFile = file(folder, "tenants.csv");
                Writer subscriptions = file(folder, "subscriptions.csv");
                Writer accountFile = file(folder, "accounts.csv");
                Writer activity = file(folder, "activity.csv")) {
            tenantFile.write("tenant_id,name,vendor,account_manager\n");
            subscriptions.write("tenant_id,subscription_id,plan,licenses,starts_on,ends_on\n");
            accountFile.write("tenant_id,account_id,name,kind,added_on,has_history,access\n");
            activity.write("tenant_id,account_id,at,kind\n");
            for (int i = 0; i < tenants; i++) {
                String id = "t%07d".formatted(i);
                int kind = i % VENDORS.length;
                tenantFile.write(
                        "%s,Company number %d,%s,Account manager %d\n".formatted(id, i, VENDORS[kind], i % MANAGERS));
                int licences = accounts - 2 + chance.nextInt(8);
                subscriptions.write("%s,%s-s,%s,%d,%s,%s\n"
                        .formatted(id, id, PLANS[kind], licences, asOf.minusDays(200), asOf.plusDays(164)));
                lines += 2;
                accounts(id, accountFile, activity);
            }
        }
        return lines;
    }

    private void accounts(String tenant, Writer file, Writer activity) throws IOException {
        for (int account = 0; account < accounts; account++) {
            file.write("%s,u%06d,Employee number %d,person,2026-01-05,true,full\n".formatted(tenant, account, account));
            lines++;
            if (changed && account % CHANGED_ONE_IN == 0) {
                change(tenant, account, file, activity);
            }
            for (int day = 0; day < DAYS_ACTIVE; day++) {
                LocalDate active = asOf.minusDays(chance.nextInt(30));
                activity.write(
                        "%s,u%06d,%s,%s\n".formatted(tenant, account, active, day == 0 ? "login" : "registration"));
                lines++;
            }
        }
    }

    private void change(String tenant, int account, Writer file, Writer activity) throws IOException {
        file.write("%s,n%06d,New employee number %d,person,2026-01-05,true,full\n".formatted(tenant, account, account));
        file.write("%s,u%06d,Renamed number %d,person,2026-01-05,true,full\n".formatted(tenant, account, account));
        activity.write("%s,u%06d,%s,registration\n".formatted(tenant, account, asOf));
        lines += 3;
    }

    private static Writer file(Path folder, String name) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8), 1 << 16);
    }
}
