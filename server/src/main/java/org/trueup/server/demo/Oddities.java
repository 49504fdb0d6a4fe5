package org.trueup.server.demo;

import java.util.List;
import org.trueup.rules.fact.ActivityKind;

/** Tenants that make readers of data stumble: odd names, no policy, no subscription, an unknown plan. */
final class Oddities {
    private final Season season;
    private final Cast cast;

    Oddities(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        return List.of(
                team("otherware-without-policy", "otherware", "A Vendor Without Rules")
                        .buys(cast.year("Standard", 10)),
                team("pensero-without-subscription", "pensero", "Never Signed Ltd"),
                team("pensero-unknown-plan", "pensero", "Which Plan & Partners").buys(cast.year("Platinum", 10)),
                team("pensero-two-subscriptions", "pensero", "Paid Twice Inc")
                        .buys(cast.year("Growth", 10))
                        .buys(cast.year("Growth", 8).startingOn(season.asOf().minusDays(20))),
                team("pensero-name-like-a-formula", "pensero", "=SUM(1;2) Analytics")
                        .buys(cast.year("Growth", 10)),
                team("plecto-name-with-quotes", "plecto", "Joe's \"Best\" Burgers, Fries & Co.")
                        .buys(cast.year("Medium", 10).price("29")),
                team("plecto-name-in-japanese", "plecto", "株式会社さくら分析")
                        .buys(cast.year("Medium", 10).price("29").discount("5")),
                team("plecto-name-with-accents", "plecto", "Škoda & Łódź Crème Brûlée Ünlimited")
                        .buys(cast.year("Medium", 10).price("29")));
    }

    private TenantDraft team(String id, String vendor, String name) {
        TenantDraft tenant = cast.tenant(id, vendor, name);
        for (int i = 1; i <= 7; i++) {
            tenant.has(cast.person(tenant, i).active(ActivityKind.REGISTRATION, season.month(0), season.days(0)));
        }
        return tenant.has(new AccountDraft("u0008-佐藤", "佐藤 \"Sato\" 花子")
                .added(season.asOf().minusDays(40)));
    }
}
