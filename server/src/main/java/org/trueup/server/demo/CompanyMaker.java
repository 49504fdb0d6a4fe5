package org.trueup.server.demo;

import java.util.SplittableRandom;

/** Fills tenants of one vendor with what that vendor tells about them. */
interface CompanyMaker {
    /**
     * @param people how many people work at the company, at least 1
     * @return the deal that brings the tenant to the standing
     */
    Deal fill(TenantDraft tenant, int number, int people, Standing standing, SplittableRandom random);

    /** A fitting e-mail address. */
    static String email(TenantDraft tenant, Names.Person person) {
        return person.login() + "@" + tenant.domain() + ".example";
    }

    /** The id of a tenant's account of that number. */
    static String accountId(int number) {
        String digits = Integer.toString(number);
        return "u0000".substring(0, Math.max(1, 5 - digits.length())) + digits;
    }
}
