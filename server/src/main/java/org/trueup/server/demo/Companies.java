package org.trueup.server.demo;

import java.util.List;
import java.util.SplittableRandom;
import org.trueup.rules.fact.Term;

/**
 * Random tenants. Each has its own random numbers, drawn from its number, so that the tenant of a number is the same
 * in every feed of the same kind.
 */
final class Companies {
    private static final long SEED = 20_261_122L;
    private static final List<String> UNKNOWN_PLANS = List.of("Ultimate", "Growth+", "Profesional", "Team 2019");

    private final Season season;
    private final Names names;
    private final int accountManagers;
    private final List<String> vendors = List.of("plecto", "pensero", "activtrak", "learning");
    private final List<CompanyMaker> makers;

    Companies(Season season, Names names, int tenants) {
        this.season = season;
        this.names = names;
        this.accountManagers = 12 + tenants / 2500;
        this.makers = List.of(
                new PlectoCompanies(season, names),
                new PenseroCompanies(season, names),
                new ActivTrakCompanies(season, names),
                new LearningCompanies(season, names));
    }

    /** Of six tenants two are Plecto's, two Pensero's, one ActivTrak's and one the learning platform's. */
    DemoTenant company(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
        int vendor = number % 6 < 4 ? number % 2 : number % 6 - 2;
        String id =
                vendors.get(vendor) + "-" + Integer.toString(1_000_000 + number).substring(1);
        TenantDraft tenant = new TenantDraft(id, vendors.get(vendor), names.company(random))
                .times(TimeStyle.values()[random.nextInt(4)])
                .signedUp(season.asOf().minusDays(400 + random.nextInt(1500)));
        boolean nonprofit = random.nextInt(30) == 0;
        if (nonprofit) {
            tenant.nonprofit();
        }
        if (random.nextInt(50) > 0) {
            tenant.lookedAfterBy(accountManager(random.nextInt(accountManagers)));
        }
        Deal deal = makers.get(vendor).fill(tenant, number, people(random), Standing.draw(random), random);
        sell(tenant, discounted(deal, nonprofit, random), random);
        return tenant.done();
    }

    /** The account manager of a number. */
    Names.Person accountManager(int number) {
        return names.person(3, 100 + number);
    }

    /** Mostly small companies; twenty people on average. */
    private static int people(SplittableRandom random) {
        int chance = random.nextInt(100);
        if (chance < 60) {
            return 5 + random.nextInt(9);
        }
        if (chance < 92) {
            return 13 + random.nextInt(22);
        }
        return chance < 99 ? 35 + random.nextInt(46) : 100 + random.nextInt(101);
    }

    private static Deal discounted(Deal deal, boolean nonprofit, SplittableRandom random) {
        if (nonprofit) {
            return deal.discount("30");
        }
        int chance = random.nextInt(12);
        return chance == 0 ? deal.discount("10") : chance == 1 ? deal.discount("12.5") : deal;
    }

    /** Most buy what fits them; a few let it lapse, misname the plan, try it first or pay twice. */
    private void sell(TenantDraft tenant, Deal deal, SplittableRandom random) {
        int chance = random.nextInt(1000);
        if (chance < 6) {
            tenant.buys(deal.previousYear(0));
        } else if (chance < 10) {
            tenant.buys(deal.plan(UNKNOWN_PLANS.get(chance - 6)));
        } else if (chance < 60) {
            tenant.buys(deal.startingOn(season.asOf().minusDays(chance % 14))
                    .days(14)
                    .term(Term.TRIAL));
        } else if (chance < 75) {
            tenant.buys(deal.previousYear(0).until(season.asOf().plusDays(20))).buys(deal);
        } else if (chance < 500) {
            tenant.buys(deal.previousYear(2)).buys(deal);
        } else if (chance < 530) {
            tenant.buys(deal).buys(deal.startingOn(deal.endsOn().plusDays(1)));
        } else {
            tenant.buys(deal);
        }
    }
}
