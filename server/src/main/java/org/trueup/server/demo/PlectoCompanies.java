package org.trueup.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;

/** Plecto: people register sales and calls on working days, some systems every day, and some only look on. */
final class PlectoCompanies implements CompanyMaker {
    /** The documents' own examples of accounts that stand for an integration (P3). */
    private static final List<String> INTEGRATIONS = List.of("Marketing", "E-conomic", "GitLab", "Google Ads");

    private static final List<String> SOURCES = List.of("Salesforce", "Zendesk", "Aircall", "HubSpot", "Pipedrive");
    private static final List<String> PLANS = List.of("Medium", "Large", "Enterprise");
    private static final List<String> PRICES = List.of("25", "32.50", "41");

    private final Season season;
    private final Names names;

    PlectoCompanies(Season season, Names names) {
        this.season = season;
        this.names = names;
    }

    @Override
    public Deal fill(TenantDraft tenant, int number, int people, Standing standing, SplittableRandom random) {
        int[] busy = busyDays(random);
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        int next = 1;
        for (int i = 0; i < people; i++) {
            seller(tenant, number, next++, source, busy, random);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            onlooker(tenant, number, next++, random);
        }
        if (random.nextInt(10) < 3) {
            integration(tenant, next, INTEGRATIONS.get(random.nextInt(INTEGRATIONS.size())));
        }
        int plan = people > 60 ? 2 : people > 20 ? 1 : 0;
        int licences = standing.licences(peak(tenant.accounts()), 5, random);
        LocalDate start = season.asOf().minusDays(random.nextInt(360));
        return Deal.year(PLANS.get(plan), licences, start).price(PRICES.get(random.nextInt(PRICES.size())));
    }

    /** In every eighth company all are at work on the as-of date, so that the last night brings something new. */
    private int[] busyDays(SplittableRandom random) {
        int[] busy = new int[season.monthsWithDays()];
        for (int back = 0; back < busy.length; back++) {
            busy[back] = season.busyDay(back, random);
        }
        if (random.nextInt(8) == 0) {
            busy[0] = Integer.highestOneBit(season.days(0));
        }
        return busy;
    }

    private void seller(TenantDraft tenant, int number, int id, String source, int[] busy, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        AccountDraft account = new AccountDraft(CompanyMaker.accountId(id), person.name())
                .source(source)
                .email(CompanyMaker.email(tenant, person))
                .added(season.asOf().minusDays(500 + random.nextInt(600)));
        boolean left = random.nextInt(20) == 0;
        for (int back = left ? 1 : 0; back < busy.length; back++) {
            account.active(ActivityKind.REGISTRATION, season.month(back), busy[back] | season.someDays(back, random));
        }
        if (left) {
            account.removed(season.month(0).firstDay());
        }
        tenant.has(account);
    }

    private void onlooker(TenantDraft tenant, int number, int id, SplittableRandom random) {
        Names.Person person = names.person(number, id);
        tenant.has(new AccountDraft(CompanyMaker.accountId(id), person.name())
                .email(CompanyMaker.email(tenant, person))
                .access(random.nextBoolean() ? Access.VIEWER : Access.ADMIN)
                .active(ActivityKind.LOGIN, season.month(0), season.busyDay(0, random)));
    }

    private void integration(TenantDraft tenant, int id, String name) {
        AccountKind kind = name.equals("Google Ads") ? AccountKind.SYSTEM : AccountKind.INTEGRATION;
        AccountDraft account =
                new AccountDraft(CompanyMaker.accountId(id), name).kind(kind).source(name);
        for (int back = 0; back < Math.min(2, season.monthsWithDays()); back++) {
            account.active(ActivityKind.REGISTRATION, season.month(back), season.days(back));
        }
        tenant.has(account);
    }

    /** The highest number of accounts active on one day of the as-of month. */
    private int peak(List<Account> accounts) {
        int[] active = new int[32];
        for (Account account : accounts) {
            for (ActiveMonth month : account.activity()) {
                boolean counts = month.kind() == ActivityKind.REGISTRATION
                        && month.month().equals(season.month(0));
                for (int left = counts ? month.days().bits() : 0; left != 0; left &= left - 1) {
                    active[Integer.numberOfTrailingZeros(left)]++;
                }
            }
        }
        int peak = 0;
        for (int count : active) {
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
