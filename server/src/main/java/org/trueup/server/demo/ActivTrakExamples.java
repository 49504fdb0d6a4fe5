package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.TrackingGroup;

/** ActivTrak's own examples (A2, A3, A6 to A11, A16); what follows from its plans is in {@link ActivTrakTerms}. */
final class ActivTrakExamples {
    private final Season season;
    private final Cast cast;

    ActivTrakExamples(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        LocalDate asOf = season.asOf();
        return List.of(
                office("211-of-242", "Two Eleven Ltd", cast.year("Professional", 242), 211),
                office("89-licences-340-users", "Eighty-Nine Inc", cast.year("Essentials", 89), 340)
                        .overSince(asOf.minusDays(9)),
                guest("guest-standalone", false),
                guest("guest-domain", true),
                threeDevicesOneLogin(),
                fiveLoginsOneDevice(),
                office("free-with-four-users", "Four on Free", cast.yearUpToTheCap("Free"), 4),
                office("blocked-on-day-31", "Too Late Logistics", cast.year("Essentials Plus", 10), 12)
                        .overSince(asOf.minusDays(30)),
                graceStartsTonight(),
                trialOfFourteenDays(),
                mergedLaptop(),
                directoryGroups(),
                addOnsThatDiffer());
    }

    /** Eva signs in to a guest profile on Bob's computer: a sixth user, unless the computers are on a domain. */
    private TenantDraft guest(String example, boolean onDomain) {
        TenantDraft tenant = tenant(example, "Bob and Eva " + (onDomain ? "Domain" : "Standalone"))
                .buys(cast.year("Essentials", 5));
        for (int i = 1; i <= 5; i++) {
            AccountDraft account = cast.person(tenant, i).withHistory();
            tenant.has(
                    onDomain ? account.logsOn("user" + i, "CORP", "PC-" + i) : account.logsOn("user" + i, "PC-" + i));
        }
        AccountDraft eva = new AccountDraft("u0006-guest", "Eva").withHistory();
        return tenant.has(onDomain ? eva.logsOn("user2", "CORP", "PC-1") : eva.logsOn("guest", "PC-1"));
    }

    private TenantDraft threeDevicesOneLogin() {
        TenantDraft tenant =
                tenant("three-devices-one-login", "Andy Everywhere").buys(cast.year("Essentials", 5));
        for (int i = 1; i <= 3; i++) {
            tenant.has(new AccountDraft(CompanyMaker.accountId(i), "Andy")
                    .logsOn("andy", "CORP", "PC-" + i)
                    .withHistory());
        }
        return tenant;
    }

    private TenantDraft fiveLoginsOneDevice() {
        TenantDraft tenant = tenant("five-logins-one-device", "Shared Desk").buys(cast.year("Essentials", 5));
        for (int i = 1; i <= 5; i++) {
            tenant.has(cast.person(tenant, i).logsOn("user" + i, "FRONT-DESK").withHistory());
        }
        return tenant;
    }

    /** The sixth user's first data come on the as-of date (A10). */
    private TenantDraft graceStartsTonight() {
        TenantDraft tenant = office("grace-starts-tonight", "Day One AB", cast.year("Professional", 5), 5);
        return tenant.has(cast.onDomain(tenant, 6).active(ActivityKind.REGISTRATION, season.asOf()));
    }

    /** No subscription; the sign-up day is day 1 of 14, this is day 6 (A6). */
    private TenantDraft trialOfFourteenDays() {
        TenantDraft tenant =
                tenant("trial-day-6", "Fresh Start LLC").signedUp(season.asOf().minusDays(5));
        for (int i = 1; i <= 8; i++) {
            tenant.has(cast.onDomain(tenant, i).withHistory());
        }
        return tenant;
    }

    /** Brian's new laptop is merged with the one that died (A8). */
    private TenantDraft mergedLaptop() {
        TenantDraft tenant = office("merged-laptop", "Brian's New Laptop", cast.year("Essentials", 5), 4);
        return tenant.has(new AccountDraft("u0005-old", "Brian")
                        .logsOn("brian", "MACBOOK-AIR")
                        .withHistory())
                .has(new AccountDraft("u0006-new", "Brian")
                        .logsOn("brian", "MACBOOK-PRO")
                        .withHistory()
                        .mergedInto("u0005-old"));
    }

    /** Do Not Track keeps its history and its licence, Delete frees it, so does deleted history (A9). */
    private TenantDraft directoryGroups() {
        TenantDraft tenant = office("directory-groups", "Former Colleagues Oy", cast.year("Professional", 6), 4);
        LocalDate lastMonth = season.asOf().minusMonths(1);
        return tenant.has(cast.onDomain(tenant, 5).untracked().withHistory().group(TrackingGroup.DNT))
                .has(cast.onDomain(tenant, 6).untracked().withHistory().group(TrackingGroup.DELETE))
                .has(cast.onDomain(tenant, 7).untracked().withHistory().historyDeleted(lastMonth));
    }

    /** Twelve licences of a legacy plan, but ten of Screen Details; Data History fits (A1, A3). */
    private TenantDraft addOnsThatDiffer() {
        LocalDate start = season.asOf().minusMonths(4);
        return office(
                        "add-ons-that-differ",
                        "Legacy Premium Co.",
                        cast.year("Premium", 12).support("Signature"),
                        11)
                .storedHistory(700)
                .buys(TenantDraft.addOn("Screen Details", 10, start, null))
                .buys(TenantDraft.addOn("Data History", 12, start, null));
    }

    /** A company whose every user holds data under a domain login of their own. */
    private TenantDraft office(String example, String name, Deal deal, int users) {
        TenantDraft tenant = tenant(example, name).storedHistory(120).buys(deal);
        for (int i = 1; i <= users; i++) {
            tenant.has(cast.onDomain(tenant, i).withHistory());
        }
        return tenant;
    }

    private TenantDraft tenant(String example, String name) {
        return cast.tenant("activtrak-example-" + example, "activtrak", name);
    }
}
