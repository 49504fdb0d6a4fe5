package org.trueup.server.page;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.server.security.Caller;
import org.trueup.server.security.People;
import org.trueup.server.security.Role;

/** A person as an administrator fills in the form; what is not filled in is none. */
record PersonForm(
        @Nullable String name,
        @Nullable Set<Role> roles,
        @Nullable String accountManager,
        @Nullable String tenantId,
        @Nullable SignsIn signsIn) {

    static final PersonForm EMPTY = new PersonForm("", Set.of(), "", "", SignsIn.NEW_PASSWORD);

    /** How the person is to sign in from now on. */
    enum SignsIn {
        AS_BEFORE("As before", "Nothing changes."),
        NEW_PASSWORD("With a new password", "Made now and shown once, to be passed on."),
        ELSEWHERE("Elsewhere", "By the company's own sign-in; no password is kept here."),
        NOT_AT_ALL("Not any more", "The person stays in the records and can't sign in.");

        private final String label;
        private final String hint;

        SignsIn(String label, String hint) {
            this.label = label;
            this.hint = hint;
        }

        public String label() {
            return label;
        }

        public String hint() {
            return hint;
        }
    }

    static PersonForm of(People.Person person) {
        Caller caller = person.caller();
        return new PersonForm(
                caller.name(),
                caller.roles(),
                caller.accountManager(),
                caller.tenantId(),
                person.disabled() ? SignsIn.NOT_AT_ALL : SignsIn.AS_BEFORE);
    }

    public boolean has(Role role) {
        return roles != null && roles.contains(role);
    }

    /** @param password none leaves it as it is, or there is none */
    People.Draft draft(String known, @Nullable String password) {
        return new People.Draft(
                known,
                password,
                roles == null ? EnumSet.noneOf(Role.class) : roles,
                filled(accountManager),
                filled(tenantId));
    }

    private static @Nullable String filled(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
