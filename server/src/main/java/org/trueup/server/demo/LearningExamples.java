package org.trueup.server.demo;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Term;

/** The learning platform's own examples (L1 to L6). */
final class LearningExamples {
    private final Season season;
    private final Cast cast;

    LearningExamples(Season season, Cast cast) {
        this.season = season;
        this.cast = cast;
    }

    List<TenantDraft> all() {
        return List.of(
                seats(),
                creditsInOneMonth(),
                creditsRunningOut(),
                monthlyUsers(),
                leapDay(),
                pilot(),
                threePlansInThreeYears(),
                halfAYear());
    }

    /** Ten log in over the months, one of them is deactivated: nine seats of ten (L1). */
    private TenantDraft seats() {
        TenantDraft tenant = tenant("seats", "One Seat Each Academy").buys(cast.year("Seats", 10));
        for (int i = 1; i <= 10; i++) {
            AccountDraft account = cast.person(tenant, i)
                    .active(ActivityKind.LOGIN, season.asOf().minusMonths(i % 3));
            tenant.has(i == 10 ? account.deactivated(season.asOf().minusDays(3)) : account);
        }
        return tenant;
    }

    /** All twenty credits go in one month, so three logins of this month are overage (L2). */
    private TenantDraft creditsInOneMonth() {
        TenantDraft tenant =
                tenant("credits-in-one-month", "All At Once Training").buys(cast.year("MAUC", 20));
        for (int i = 1; i <= 20; i++) {
            AccountDraft account =
                    cast.person(tenant, i).active(ActivityKind.LOGIN, season.month(2), DaySet.bit(5) | DaySet.bit(19));
            tenant.has(i <= 3 ? account.active(ActivityKind.LOGIN, season.asOf()) : account);
        }
        return tenant;
    }

    /** Twelve log in this month where ten may, some of them often; last month it was eight (L3). */
    private TenantDraft monthlyUsers() {
        TenantDraft tenant = tenant("monthly-users", "Every Month Anew School").buys(cast.year("MAU", 10));
        for (int i = 1; i <= 12; i++) {
            AccountDraft account = cast.person(tenant, i).active(ActivityKind.LOGIN, season.month(0), season.days(0));
            tenant.has(i <= 8 ? account.active(ActivityKind.LOGIN, season.month(1), DaySet.bit(9)) : account);
        }
        return tenant;
    }

    /** A login at 11:30 PM PST on February 29 is a March login in UTC (L4); later plan years follow. */
    private TenantDraft leapDay() {
        LocalDate firstOfMarch = firstOfMarchAfterLeapDay(season.asOf());
        TenantDraft tenant = tenant("leap-day", "Leap Day University").times(TimeStyle.LATE_IN_LOS_ANGELES);
        LocalDate start = firstOfMarch;
        while (!start.isAfter(season.asOf())) {
            tenant.buys(Deal.year("MAU", 5, start));
            start = start.plusYears(1);
        }
        return tenant.has(
                cast.person(tenant, 1).added(firstOfMarch.minusYears(1)).active(ActivityKind.LOGIN, firstOfMarch));
    }

    /** The day after the last February 29 that lies before the as-of date. */
    static LocalDate firstOfMarchAfterLeapDay(LocalDate asOf) {
        int year = asOf.getYear();
        while (!Year.isLeap(year) || LocalDate.of(year, 3, 1).isAfter(asOf)) {
            year--;
        }
        return LocalDate.of(year, 3, 1);
    }

    /** Pilots may be shorter than a year (L5). */
    private TenantDraft pilot() {
        Deal aMonth = cast.year("Seats", 8)
                .startingOn(season.asOf().minusDays(20))
                .days(30)
                .term(Term.PILOT);
        TenantDraft tenant = tenant("pilot", "Pilot Class").buys(aMonth);
        for (int i = 1; i <= 6; i++) {
            tenant.has(cast.person(tenant, i)
                    .active(ActivityKind.LOGIN, season.asOf().minusDays(i)));
        }
        return tenant;
    }

    /** Thirteen credits a month out of seventy: the pool ends before the plan does (L2). */
    private TenantDraft creditsRunningOut() {
        TenantDraft tenant =
                tenant("credits-running-out", "Faster Than Planned").buys(cast.year("MAUC", 70));
        for (int i = 1; i <= 13; i++) {
            AccountDraft account = cast.person(tenant, i);
            for (int back = 1; back <= 3; back++) {
                account.active(ActivityKind.LOGIN, season.month(back), DaySet.bit(20));
            }
            tenant.has(account);
        }
        return tenant;
    }

    /** A pilot, then another plan in each year: the years that are over stay in sight, the pilot does not (L5, L6). */
    private TenantDraft threePlansInThreeYears() {
        Deal now = cast.year("MAU", 10);
        Deal first = now.plan("MAUC").startingOn(now.startsOn().minusYears(2));
        Deal pilot = first.startingOn(first.startsOn().minusDays(30)).days(30).term(Term.PILOT);
        TenantDraft tenant = tenant("three-years", "Every Year Another Plan")
                .buys(pilot)
                .buys(first)
                .buys(now.previousYear(4).plan("Seats"))
                .buys(now);
        for (int i = 1; i <= 4; i++) {
            tenant.has(cast.person(tenant, i)
                    .added(pilot.startsOn())
                    .active(ActivityKind.LOGIN, pilot.startsOn())
                    .active(ActivityKind.LOGIN, now.startsOn().minusMonths(20))
                    .active(ActivityKind.LOGIN, now.startsOn().minusMonths(7))
                    .active(ActivityKind.LOGIN, season.asOf()));
        }
        return tenant;
    }

    /** A paid plan lasts a year; and eleven logged in where ten may (L1, L5). */
    private TenantDraft halfAYear() {
        TenantDraft tenant = tenant("half-a-year", "Six Months Only School")
                .buys(cast.year("Seats", 10).days(183));
        for (int i = 1; i <= 11; i++) {
            tenant.has(cast.person(tenant, i)
                    .active(ActivityKind.LOGIN, season.asOf().minusDays(1)));
        }
        return tenant;
    }

    private TenantDraft tenant(String example, String name) {
        return cast.tenant("learning-example-" + example, "learning", name);
    }
}
