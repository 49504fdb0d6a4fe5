package org.trueup.server.security;

import java.util.Locale;

/** What a person or program may do; the table of routes says it route by route. */
public enum Role {
    /** Sees the own tenants, their usage and reports, and asks for seats. */
    ACCOUNT_MANAGER,
    /** Makes drafts of policies, checks them, asks what they would change. */
    ANALYST,
    /** Brings into force what somebody else drafted. */
    PUBLISHER,
    /** Runs nights and looks after what was rejected. */
    OPERATOR,
    /** Looks after people and tokens, and sees everything. */
    ADMINISTRATOR,
    /** Sees the usage of the own tenant alone (L8), and asks for its seats. */
    TENANT_ADMINISTRATOR,
    /** A program that asks for decisions. */
    SERVICE;

    /** As Spring Security names it. */
    String authority() {
        return "ROLE_" + name();
    }

    /** For people, for example {@code account manager}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
