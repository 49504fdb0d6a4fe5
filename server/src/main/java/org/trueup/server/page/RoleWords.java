package org.trueup.server.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.trueup.server.security.Role;

/** A role as people choose it: what it is called, and what it allows. */
record RoleWords(Role role, String label, String may) {

    /** All there are. */
    static List<RoleWords> all() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleWords(role, capital(role.words()), may(role)))
                .toList();
    }

    /** Several roles in one line. */
    static String line(Set<Role> roles) {
        return roles.stream().sorted().map(Role::words).collect(Collectors.joining(", "));
    }

    private static String may(Role role) {
        return switch (role) {
            case ACCOUNT_MANAGER -> "Sees the own tenants and asks for their seats.";
            case ANALYST -> "Drafts policies, checks them and asks what they would change.";
            case PUBLISHER -> "Brings into force what somebody else drafted.";
            case OPERATOR -> "Starts and restarts nights, looks after rejected lines.";
            case ADMINISTRATOR -> "Looks after people and tokens, and sees everything.";
            case TENANT_ADMINISTRATOR -> "Sees the usage of one tenant, and asks for its seats.";
            case SERVICE -> "A program that asks for decisions.";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
