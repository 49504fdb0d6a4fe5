package org.trueup.server.security;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.trueup.server.problem.Refusal;

/** People, tokens and the audit log over HTTP. */
@RestController
@RequestMapping("/api/v1")
class PeopleApi {
    private static final int MOST_EVENTS = 1_000;

    private final People people;
    private final Tokens tokens;
    private final AuditLog audit;

    PeopleApi(People people, Tokens tokens, AuditLog audit) {
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** A person as others see one. */
    record PersonView(
            int number,
            String name,
            Set<Role> roles,
            @Nullable String accountManager,
            @Nullable String tenantId,
            boolean disabled,
            boolean hasPassword) {
        static PersonView of(People.Person person) {
            Caller caller = person.caller();
            return new PersonView(
                    person.number(),
                    caller.name(),
                    caller.roles(),
                    caller.accountManager(),
                    caller.tenantId(),
                    person.disabled(),
                    person.password() != null);
        }
    }

    /** What an administrator sends of a person. */
    record PersonRequest(
            @Nullable String name,
            @Nullable String password,
            @Nullable Set<String> roles,
            @Nullable String accountManager,
            @Nullable String tenantId,
            @Nullable Boolean disabled) {
        People.Draft draft(String known) {
            return new People.Draft(
                    name == null ? known : name, password, Scopes.of("roles", roles), accountManager, tenantId);
        }
    }

    /** What an administrator sends of a token. */
    record TokenRequest(
            @Nullable String owner,
            @Nullable String name,
            @Nullable Set<String> scopes,
            @Nullable Integer days) {}

    /** A new token; its secret is shown this once. */
    record NewToken(String token) {}

    record EventView(LocalDateTime at, String who, String action, String subject, String detail, String address) {}

    @GetMapping("/me")
    Caller me() {
        return Caller.current();
    }

    @GetMapping("/people")
    List<PersonView> all() {
        return people.all().stream().map(PersonView::of).toList();
    }

    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    PersonView add(@RequestBody PersonRequest request) {
        People.Person added = people.add(request.draft(""));
        tell("ADD_PERSON", added.caller().name(), roles(added.caller()));
        return PersonView.of(added);
    }

    @PutMapping("/people/{number}")
    @Transactional
    PersonView change(@PathVariable int number, @RequestBody PersonRequest request) {
        People.Person person = person(number);
        boolean disabled = Boolean.TRUE.equals(request.disabled());
        String name = person.caller().name();
        if (disabled && name.equals(Caller.current().name())) {
            throw Refusal.of("disabled", "You cannot shut yourself out; let another administrator do it.");
        }
        people.change(number, request.draft(name), disabled);
        People.Person changed = person(number);
        tell("CHANGE_PERSON", name, roles(changed.caller()) + (disabled ? ", disabled" : ""));
        return PersonView.of(changed);
    }

    @GetMapping("/tokens")
    List<Tokens.Token> tokens() {
        return tokens.all();
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    NewToken issue(@RequestBody TokenRequest request) {
        String owner = request.owner() == null ? Caller.current().name() : request.owner();
        People.Person person = people.find(owner)
                .orElseThrow(() -> Refusal.of("owner", "There is nobody of the name \"%s\".".formatted(owner)));
        if (request.days() == null) {
            throw Refusal.of("days", "Say for how many days the token is good.");
        }
        String name = request.name() == null ? "" : request.name();
        String token = tokens.issue(person, name, Scopes.of("scopes", request.scopes()), request.days());
        tell("ISSUE_TOKEN", person.caller().name(), name);
        return new NewToken(token);
    }

    @DeleteMapping("/tokens/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void revoke(@PathVariable int number) {
        tokens.revoke(number);
        tell("REVOKE_TOKEN", "token " + number, "");
    }

    @GetMapping("/audit")
    List<EventView> events(@RequestParam(defaultValue = "100") int size) {
        return audit.latest(Math.max(1, Math.min(size, MOST_EVENTS))).stream()
                .map(event -> new EventView(
                        event.at(), event.who(), event.action(), event.subject(), event.detail(), event.address()))
                .toList();
    }

    private People.Person person(int number) {
        return people.all().stream()
                .filter(person -> person.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no person with the number " + number + "."));
    }

    private void tell(String action, String subject, String detail) {
        audit.add(Caller.current().name(), action, subject, detail);
    }

    private static String roles(Caller caller) {
        return caller.roles().stream()
                .map(Role::words)
                .sorted()
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }
}
