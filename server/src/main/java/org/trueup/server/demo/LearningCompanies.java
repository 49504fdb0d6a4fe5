package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.Term;

/** The learning platform: people log in some months of the year, on seats, monthly users or credits. */
final class LearningCompanies implements CompanyMaker {
    private final Season season;
    private final Names names;

    LearningCompanies(Season season, Names names) {
        this.season = season;
        this.names = names;
    }

    @Override
    public Deal fill(TenantDraft tenant, int number, int people, Standing standing, SplittableRandom random) {
        LocalDate start = season.asOf().minusDays(15 + random.nextInt(340));
        for (int id = 1; id <= people; id++) {
            learner(tenant, number, id, random);
        }
        String plan = number % 3 == 0 ? "Seats" : number % 3 == 1 ? "MAUC" : "MAU";
        int used = 0;
        for (Account account : tenant.accounts()) {
            used += uses(account, plan, start);
        }
        Deal deal = Deal.year(plan, standing.licences(used, 1, random), start);
        return random.nextInt(20) == 0
                ? Deal.year(plan, deal.licences(), season.asOf().minusDays(14))
                        .days(60)
                        .term(Term.PILOT)
                : deal;
    }

    private void learner(TenantDraft tenant, int number, int id, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        AccountDraft account = new AccountDraft(CompanyMaker.accountId(id), person.name())
                .email(CompanyMaker.email(tenant, person))
                .added(season.asOf().minusDays(400 + random.nextInt(300)));
        int keen = 2 + random.nextInt(8);
        for (int back = 0; back < season.monthsWithDays(); back++) {
            if (random.nextInt(10) < keen) {
                int again = random.nextInt(3) == 0 ? season.busyDay(back, random) : 0;
                account.active(ActivityKind.LOGIN, season.month(back), season.busyDay(back, random) | again);
            }
        }
        if (random.nextInt(15) == 0) {
            account.deactivated(season.asOf().minusDays(random.nextInt(90)));
        }
        tenant.has(account);
    }

    /** What one account takes of a plan that started on a day (L1 to L3). */
    private int uses(Account account, String plan, LocalDate start) {
        LocalDate asOf = season.asOf();
        int months = 0;
        boolean now = false;
        for (ActiveMonth month : account.activity()) {
            months += month.anyWithin(start, asOf) ? 1 : 0;
            now |= month.month().equals(season.month(0)) && month.anyWithin(start, asOf);
        }
        return switch (plan) {
            case "Seats" -> months > 0 && !account.deactivatedBy(asOf) ? 1 : 0;
            case "MAUC" -> months;
            default -> now ? 1 : 0;
        };
    }
}
