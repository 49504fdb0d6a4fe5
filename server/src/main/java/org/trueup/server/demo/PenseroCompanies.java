package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.ActivityKind;

/** Pensero: product teams whose seats are taken as people are added, and a few executives with alias access. */
final class PenseroCompanies implements CompanyMaker {
    private final Season season;
    private final Names names;

    PenseroCompanies(Season season, Names names) {
        this.season = season;
        this.names = names;
    }

    @Override
    public Deal fill(TenantDraft tenant, int number, int people, Standing standing, SplittableRandom random) {
        int used = 0;
        int next = 1;
        for (; next <= people; next++) {
            used += teammate(tenant, number, next, random);
        }
        for (int i = random.nextInt(5) - 2; i > 0; i--) {
            executive(tenant, number, next++, random);
        }
        LocalDate start = season.asOf().minusDays(random.nextInt(360));
        if (used <= 5 && standing != Standing.OVER) {
            return Deal.year("Starter", null, start);
        }
        if (people > 60) {
            boolean agreed = random.nextBoolean();
            return Deal.year("Enterprise", agreed ? standing.licences(used, 1, random) : null, start)
                    .price("38");
        }
        return Deal.year("Growth", standing.licences(used, 1, random), start);
    }

    /** Adds somebody and says how many seats that takes. */
    private int teammate(TenantDraft tenant, int number, int id, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        int chance = random.nextInt(200);
        LocalDate asOf = season.asOf();
        AccountDraft account = new AccountDraft(CompanyMaker.accountId(id), person.name())
                .email(CompanyMaker.email(tenant, person))
                .added(chance == 0 ? asOf : asOf.minusDays(10 + random.nextInt(700)));
        if (chance < 180) {
            account.active(ActivityKind.LOGIN, season.month(0), season.busyDay(0, random));
        }
        if (id > 1 && chance > 0 && chance <= 16) {
            leave(account, chance, random);
            tenant.has(account);
            return 0;
        }
        tenant.has(account);
        return 1;
    }

    /** Some leave on the as-of date: their seats are released between the two nights. */
    private void leave(AccountDraft account, int chance, SplittableRandom random) {
        LocalDate day = chance <= 3 ? season.asOf() : season.asOf().minusDays(1 + random.nextInt(9));
        if (chance % 2 == 0) {
            account.removed(day);
        } else {
            account.deactivated(day);
        }
    }

    private void executive(TenantDraft tenant, int number, int id, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        AccountDraft account = new AccountDraft(CompanyMaker.accountId(id), person.name())
                .email(CompanyMaker.email(tenant, person))
                .access(Access.ALIAS)
                .added(season.asOf().minusDays(random.nextInt(700)));
        if (random.nextInt(8) == 0) {
            account.loginDisabled();
        }
        tenant.has(account);
    }
}
