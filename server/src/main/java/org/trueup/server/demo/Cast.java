package org.trueup.server.demo;

import java.time.LocalDate;

/** The people in the named tenants, and the dates that they share. */
final class Cast {
    private final Season season;
    private final Names names;

    Cast(Season season, Names names) {
        this.season = season;
        this.names = names;
    }

    /** A named tenant that signed up two years ago. */
    TenantDraft tenant(String id, String vendor, String name) {
        return new TenantDraft(id, vendor, name).signedUp(season.asOf().minusYears(2));
    }

    /** A paid year that has been running for four months. */
    Deal year(String plan, int licences) {
        return Deal.year(plan, licences, start());
    }

    /** A paid year as large as the plan allows. */
    Deal yearUpToTheCap(String plan) {
        return Deal.year(plan, null, start());
    }

    /** The account of a number at a tenant, of a person who has been there for a year. */
    AccountDraft person(TenantDraft tenant, int number) {
        Names.Person person = names.person(Math.floorMod(tenant.id().hashCode(), 5000), number);
        return new AccountDraft(CompanyMaker.accountId(number), person.name())
                .email(CompanyMaker.email(tenant, person))
                .added(season.asOf().minusYears(1));
    }

    /** As {@link #person}, at a domain-connected device of the company. */
    AccountDraft onDomain(TenantDraft tenant, int number) {
        return person(tenant, number).logsOn("user" + number, "CORP", "PC-" + (100 + number));
    }

    private LocalDate start() {
        return season.asOf().minusMonths(4);
    }
}
