package org.trueup.batch.night;

import java.nio.file.Path;
import java.util.Map;

/** A feed of many small tenants, some over their limit, some of a vendor that nobody has a policy for. */
final class PlectoFeed {
    private PlectoFeed() {}

    static void write(Path folder, int tenants) {
        NightFeed feed = new NightFeed();
        for (int i = 0; i < tenants; i++) {
            String tenant = "t%05d".formatted(i);
            feed.tenant(tenant, i % 7 == 0 ? "unheard-of" : "plecto");
            feed.subscription(tenant, "s1", "Medium", Integer.toString(1 + i % 3), "2026-01-01", "2026-12-31");
            for (int account = 0; account < i % 4; account++) {
                feed.account(tenant, "a" + account, Map.of());
                feed.registration(tenant, "a" + account, "2026-11-%02d".formatted(1 + i % 25));
            }
        }
        feed.write(folder);
    }
}
