package org.trueup.server.page;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trueup.server.page.PersonForm.SignsIn;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Caller;
import org.trueup.server.security.MadePassword;
import org.trueup.server.security.People;
import org.trueup.server.security.Role;
import org.trueup.server.security.Tokens;

/** What pages change about people and tokens: each deed with its line of the audit log, or neither. */
@Component
class PeopleDesk {
    private final People people;
    private final Tokens tokens;
    private final AuditLog audit;

    PeopleDesk(People people, Tokens tokens, AuditLog audit) {
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Transactional
    Made add(PersonForm form) {
        String password = password(form);
        People.Person added = people.add(form.draft(Objects.requireNonNullElse(form.name(), ""), password));
        tell("ADD_PERSON", added);
        return new Made(added.caller().name(), password);
    }

    @Transactional
    Made change(int number, PersonForm form) {
        String name = person(number).caller().name();
        boolean shut = form.signsIn() == SignsIn.NOT_AT_ALL;
        // whoever shuts out the last administrator could not let anybody in again
        if (name.equals(Caller.current().name()) && (shut || !form.has(Role.ADMINISTRATOR))) {
            throw Refusal.of("roles", "You cannot shut yourself out; let another administrator do it.");
        }
        String password = password(form);
        people.change(number, form.draft(name, password), shut);
        tell("CHANGE_PERSON", person(number));
        return new Made(name, password);
    }

    @Transactional
    void changeOwnPassword(String current, String next) {
        String name = Caller.current().name();
        People.Person me = people.find(name).orElseThrow(() -> Refusal.notFound("You are not known any more."));
        people.changePassword(me, current, next);
        audit.add(name, "CHANGE_PASSWORD", name, "");
    }

    @Transactional
    Made issue(String owner, String name, Set<Role> scopes, int days) {
        People.Person person = people.find(owner)
                .orElseThrow(() -> Refusal.of("owner", "There is nobody of the name \"%s\".".formatted(owner)));
        String token = tokens.issue(person, name, scopes, days);
        audit.add(Caller.current().name(), "ISSUE_TOKEN", person.caller().name(), name);
        return new Made(name, token);
    }

    @Transactional
    void revoke(int token) {
        tokens.revoke(token);
        audit.add(Caller.current().name(), "REVOKE_TOKEN", "token " + token, "");
    }

    People.Person person(int number) {
        return people.all().stream()
                .filter(person -> person.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no person with the number " + number + "."));
    }

    private static @Nullable String password(PersonForm form) {
        return form.signsIn() == SignsIn.NEW_PASSWORD ? MadePassword.make() : null;
    }

    private void tell(String action, People.Person person) {
        String detail = RoleWords.line(person.caller().roles()) + (person.disabled() ? ", cannot sign in" : "");
        audit.add(Caller.current().name(), action, person.caller().name(), detail);
    }
}
