package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;

/** Plecto's own examples (P2 to P4, P7). */
final class PlectoExamples {
    private final Season season;
    private final Cast cast;

    PlectoExamples(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        return List.of(
                eightFourteenTen(),
                thirtyEveryDay(),
                fortyAgents(),
                hundredAndFiveAdmins(),
                googleAds(),
                exemptionAccounts(),
                viewersAreFree(),
                belowMinimum());
    }

    /** 8 active today, 14 yesterday, 10 last week; on the 1st of a month all three fall on that day. */
    private TenantDraft eightFourteenTen() {
        TenantDraft tenant = plecto(
                "8-14-10", "Eight Fourteen Ten ApS", cast.year("Medium", 12).price("29"));
        int today = DaySet.bit(season.asOf().getDayOfMonth());
        int yesterday = DaySet.bit(season.sameMonth(1).getDayOfMonth());
        int lastWeek = DaySet.bit(season.sameMonth(7).getDayOfMonth());
        int lastMonth = DaySet.bit(12);
        sellers(tenant, 14, (i, back) -> {
            int thisMonth = (i <= 8 ? today : 0) | yesterday | (i <= 10 ? lastWeek : 0);
            return back == 0 ? thisMonth : i <= 11 ? lastMonth : 0;
        });
        return tenant;
    }

    private TenantDraft thirtyEveryDay() {
        TenantDraft tenant = plecto(
                "30-every-day", "Thirty Every Day A/S", cast.year("Large", 30).price("32.50"));
        sellers(tenant, 30, (i, back) -> season.days(back));
        return tenant;
    }

    /** Each day the next 25 of the 40 are at work. */
    private TenantDraft fortyAgents() {
        TenantDraft tenant = plecto(
                "40-agents", "Forty Agents Call Centre", cast.year("Large", 25).price("32.50"));
        sellers(tenant, 40, (i, back) -> season.days(back) & shift(i));
        return tenant;
    }

    /** The days of any month on which an agent is at work: 25 of 40 agents a day, moving on by 15 each day. */
    private static int shift(int agent) {
        int days = 0;
        for (int day = 1; day <= 31; day++) {
            days |= Math.floorMod(agent - 1 - day * 15, 40) < 25 ? DaySet.bit(day) : 0;
        }
        return days;
    }

    private TenantDraft hundredAndFiveAdmins() {
        TenantDraft tenant = plecto(
                "100-and-5-admins",
                "Hundred and Five Ltd",
                cast.year("Enterprise", 100).price("41"));
        sellers(tenant, 100, (i, back) -> season.days(back));
        for (int i = 101; i <= 105; i++) {
            tenant.has(cast.person(tenant, i).access(Access.ADMIN).active(ActivityKind.LOGIN, month(), season.days(0)));
        }
        return tenant;
    }

    /** A system counts like a person (P1). */
    private TenantDraft googleAds() {
        TenantDraft tenant =
                plecto("google-ads", "Adwise Media", cast.year("Medium", 10).price("29"));
        sellers(tenant, 6, (i, back) -> season.days(back));
        tenant.has(integration(7, "Google Ads").kind(AccountKind.SYSTEM));
        return tenant;
    }

    /** One account each for marketing, finance and development, however many people stand behind it (P3). */
    private TenantDraft exemptionAccounts() {
        TenantDraft tenant = plecto(
                "exemption-accounts",
                "Behind One Name B.V.",
                cast.year("Medium", 8).price("29"));
        sellers(tenant, 5, (i, back) -> season.days(back));
        return tenant.has(integration(6, "Marketing"))
                .has(integration(7, "E-conomic"))
                .has(integration(8, "GitLab"));
    }

    /** Who only looks on needs no licence (P4). */
    private TenantDraft viewersAreFree() {
        TenantDraft tenant = plecto(
                "free-viewers", "Many Onlookers Inc", cast.year("Medium", 6).price("29"));
        sellers(tenant, 6, (i, back) -> season.days(back));
        for (int i = 7; i <= 18; i++) {
            tenant.has(
                    cast.person(tenant, i).access(Access.VIEWER).active(ActivityKind.LOGIN, month(), season.days(0)));
        }
        return tenant;
    }

    /** Three licences where the plan asks for five (P7). */
    private TenantDraft belowMinimum() {
        TenantDraft tenant = plecto(
                "below-minimum", "Three Friends KG", cast.year("Medium", 3).price("29"));
        sellers(tenant, 3, (i, back) -> season.days(back));
        return tenant;
    }

    private TenantDraft plecto(String example, String name, Deal deal) {
        return cast.tenant("plecto-example-" + example, "plecto", name).buys(deal);
    }

    /** @param daysOf the days of a seller (1, 2, …) in the as-of month (0) and the one before (1) */
    private void sellers(TenantDraft tenant, int count, IntBinaryOperator daysOf) {
        for (int i = 1; i <= count; i++) {
            tenant.has(cast.person(tenant, i)
                    .source("Salesforce")
                    .active(ActivityKind.REGISTRATION, season.month(1), daysOf.applyAsInt(i, 1))
                    .active(ActivityKind.REGISTRATION, month(), daysOf.applyAsInt(i, 0)));
        }
    }

    private AccountDraft integration(int number, String name) {
        LocalDate added = season.asOf().minusYears(1);
        return new AccountDraft(CompanyMaker.accountId(number), name)
                .kind(AccountKind.INTEGRATION)
                .source(name)
                .added(added)
                .active(ActivityKind.REGISTRATION, month(), season.days(0));
    }

    private Month month() {
        return season.month(0);
    }
}
