package org.trueup.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.TrackingGroup;

/** ActivTrak: agents on domain-connected or standalone devices, some of former employees. */
final class ActivTrakCompanies implements CompanyMaker {
    private static final List<String> PLANS = List.of("Essentials", "Essentials Plus", "Professional", "Professional");
    private static final List<String> ADD_ONS = List.of("Screen Details", "ActivConnect API", "Data History");
    private static final List<String> SUPPORT = List.of("Digital", "Digital", "Premier", "Signature");

    private final Season season;
    private final Names names;

    ActivTrakCompanies(Season season, Names names) {
        this.season = season;
        this.names = names;
    }

    @Override
    public Deal fill(TenantDraft tenant, int number, int people, Standing standing, SplittableRandom random) {
        boolean onDomain = random.nextInt(4) > 0;
        int used = 0;
        for (int id = 1; id <= people; id++) {
            used += employee(tenant, number, id, onDomain, random);
        }
        LocalDate asOf = season.asOf();
        LocalDate start = asOf.minusDays(random.nextInt(360));
        tenant.storedHistory(20 + random.nextInt(380));
        if (used <= 3 && standing != Standing.OVER) {
            return Deal.year("Free", null, start);
        }
        int licences = standing.licences(used, 5, random);
        if (used > licences) {
            tenant.overSince(asOf.minusDays(1 + random.nextInt(40)));
        }
        if (random.nextInt(4) == 0) {
            addOn(tenant, licences, start, random);
        }
        return Deal.year(PLANS.get(random.nextInt(PLANS.size())), licences, start)
                .support(SUPPORT.get(random.nextInt(SUPPORT.size())));
    }

    /** Adds somebody's agent and says how many licences that takes. */
    private int employee(TenantDraft tenant, int number, int id, boolean onDomain, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        String device = "PC-" + (1000 + id);
        AccountDraft account = new AccountDraft(CompanyMaker.accountId(id), person.name())
                .email(CompanyMaker.email(tenant, person))
                .added(season.asOf().minusDays(60 + random.nextInt(900)));
        if (onDomain) {
            account.logsOn(person.login(), tenant.domain().toUpperCase(Locale.ROOT), device);
        } else {
            account.logsOn(person.login(), device);
        }
        int holds = history(account, random.nextInt(100), random);
        tenant.has(account);
        return holds;
    }

    private int history(AccountDraft account, int chance, SplittableRandom random) {
        if (chance < 80) {
            account.withHistory();
            for (int back = 0; back < Math.min(2, season.monthsWithDays()); back++) {
                account.active(ActivityKind.REGISTRATION, season.month(back), season.someDays(back, random));
            }
            return 1;
        }
        if (chance < 88) {
            account.withHistory().removed(season.asOf().minusDays(30 + random.nextInt(60)));
            return 1;
        }
        if (chance < 91) {
            account.withHistory().untracked().group(TrackingGroup.DNT);
            return 1;
        }
        if (chance < 94) {
            account.untracked().withHistory().group(TrackingGroup.DELETE);
            return 0;
        }
        if (chance < 97) {
            account.untracked().withHistory().historyDeleted(season.asOf().minusDays(random.nextInt(50)));
            return 0;
        }
        return 0;
    }

    /** Every sixth has another number of licences than the plan, which the vendor does not allow (A3). */
    private static void addOn(TenantDraft tenant, int licences, LocalDate start, SplittableRandom random) {
        int bought = random.nextInt(6) == 0 ? licences - 1 - random.nextInt(3) : licences;
        BigDecimal price = random.nextBoolean() ? new BigDecimal("2.50") : null;
        tenant.buys(TenantDraft.addOn(ADD_ONS.get(random.nextInt(ADD_ONS.size())), Math.max(1, bought), start, price));
    }
}
