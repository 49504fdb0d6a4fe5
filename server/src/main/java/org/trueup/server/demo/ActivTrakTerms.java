package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.List;

/** What ActivTrak's plans allow and what they do not, one tenant each (A2 to A6, A8, A13 to A15). */
final class ActivTrakTerms {
    private final Season season;
    private final Cast cast;

    ActivTrakTerms(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        LocalDate asOf = season.asOf();
        return List.of(
                office("trial-ended", "Fifteen Days Later", 3).signedUp(asOf.minusDays(14)),
                office("legacy-plan-bought-lately", "Still Advanced Ltd", 4).buys(cast.year("Advanced", 4)),
                moreThanFreeHas(),
                office("storage-over-limit", "Seven Months Archive", 5)
                        .buys(cast.year("Essentials", 5).support("Digital"))
                        .storedHistory(214),
                threeLaptopsInARow(),
                couldMergeAndDelete());
    }

    /** Add-ons and support come with paid plans only (A3, A4). */
    private TenantDraft moreThanFreeHas() {
        return office("free-with-add-on-and-support", "Something for Nothing", 2)
                .buys(cast.yearUpToTheCap("Free").support("Premier"))
                .buys(TenantDraft.addOn("Screen Details", 3, season.asOf().minusMonths(4), null));
    }

    /** Each laptop is merged into the one before it: all of them are one identity (A8). */
    private TenantDraft threeLaptopsInARow() {
        TenantDraft tenant = office("merged-in-a-chain", "Third Time Lucky", 4).buys(cast.year("Essentials", 5));
        String before = null;
        for (int i = 5; i <= 7; i++) {
            AccountDraft laptop = new AccountDraft(CompanyMaker.accountId(i), "Brian")
                    .logsOn("brian", "LAPTOP-" + i)
                    .withHistory();
            tenant.has(before == null ? laptop : laptop.mergedInto(before));
            before = laptop.id();
        }
        return tenant;
    }

    /** Three over their ten: Eva's machines could be merged, a former colleague's history deleted (A13, A14). */
    private TenantDraft couldMergeAndDelete() {
        TenantDraft tenant = office("nonprofit-over-by-three", "Open Hands Foundation", 10)
                .nonprofit()
                .buys(cast.year("Professional", 10).discount("20"))
                .overSince(season.asOf().minusDays(2));
        return tenant.has(new AccountDraft("u0011", "Eva")
                        .logsOn("eva", "DESKTOP-1")
                        .withHistory())
                .has(new AccountDraft("u0012", "Eva").logsOn("eva", "LAPTOP-1").withHistory())
                .has(cast.onDomain(tenant, 13)
                        .untracked()
                        .withHistory()
                        .removed(season.asOf().minusMonths(2)));
    }

    /** A company whose every user holds data under a domain login of their own. */
    private TenantDraft office(String example, String name, int users) {
        TenantDraft tenant =
                cast.tenant("activtrak-example-" + example, "activtrak", name).storedHistory(25);
        for (int i = 1; i <= users; i++) {
            tenant.has(cast.onDomain(tenant, i).withHistory());
        }
        return tenant;
    }
}
