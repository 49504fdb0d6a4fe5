package org.trueup.server.security;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the first person of a store, without whom nobody could sign in to add others. */
@Component
public class FirstAdministrator {
    /** By which the first person signs in. */
    public static final String NAME = "admin";

    private final People people;
    private final AuditLog audit;

    FirstAdministrator(People people, AuditLog audit) {
        this.people = people;
        this.audit = audit;
    }

    /** The password of the first person, to be shown once; empty where there is somebody already. */
    public Optional<String> make() {
        if (people.anybody()) {
            return Optional.empty();
        }
        String password = MadePassword.make();
        people.add(new People.Draft(NAME, password, Set.of(Role.ADMINISTRATOR), null, null));
        audit.add("trueup", "ADD_PERSON", NAME, "the first administrator");
        return Optional.of(password);
    }
}
