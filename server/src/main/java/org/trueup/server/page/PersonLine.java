package org.trueup.server.page;

import java.util.Objects;
import org.trueup.server.security.Caller;
import org.trueup.server.security.People;
import org.trueup.server.security.TenantScope;

/** A person in the list. */
record PersonLine(int number, String name, String roles, String sees, boolean disabled, String signsIn) {

    static PersonLine of(People.Person person) {
        Caller caller = person.caller();
        return new PersonLine(
                person.number(),
                caller.name(),
                RoleWords.line(caller.roles()),
                sees(caller.tenants()),
                person.disabled(),
                signsIn(person));
    }

    private static String sees(TenantScope scope) {
        if (scope instanceof TenantScope.Everyone) {
            return "all tenants";
        }
        if (scope instanceof TenantScope.OfAccountManager of) {
            return "the tenants of " + of.name();
        }
        return scope instanceof TenantScope.One one ? "tenant " + one.id() : "no tenant";
    }

    private static String signsIn(People.Person person) {
        if (person.disabled()) {
            return "■ not any more";
        }
        return Objects.isNull(person.password()) ? "○ elsewhere" : "○ with a password";
    }
}
