package org.trueup.server.page;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.AuditLog;
import org.trueup.server.security.Caller;
import org.trueup.server.security.People;
import org.trueup.server.security.Role;
import org.trueup.server.security.Tokens;

/** Where administrators make and revoke tokens, and read the audit log. */
@Controller
@RequestMapping("/people")
class TokensPage {
    private static final int EVENTS = 200;

    private final People people;
    private final Tokens tokens;
    private final AuditLog audit;
    private final PeopleDesk desk;
    private final Clock clock;

    TokensPage(People people, Tokens tokens, AuditLog audit, PeopleDesk desk, Clock clock) {
        this.people = people;
        this.tokens = tokens;
        this.audit = audit;
        this.desk = desk;
        this.clock = clock;
    }

    /** A token as an administrator asks for it. */
    record TokenForm(
            @Nullable String name,
            @Nullable String owner,
            @Nullable Set<Role> scopes,
            @Nullable Integer days) {
        public boolean has(Role role) {
            return scopes != null && scopes.contains(role);
        }
    }

    @GetMapping("/tokens")
    String tokens(Model model) {
        return tokens(new TokenForm("", Caller.current().name(), Set.of(), 90), model);
    }

    private String tokens(TokenForm form, Model model) {
        LocalDateTime now = LocalDateTime.now(clock);
        model.addAttribute(
                "tokens",
                tokens.all().stream().map(token -> TokenLine.of(token, now)).toList());
        model.addAttribute(
                "owners",
                people.all().stream()
                        .filter(person -> !person.disabled())
                        .map(person -> person.caller().name())
                        .toList());
        model.addAttribute("roles", RoleWords.all());
        model.addAttribute("form", form);
        return "people/tokens";
    }

    @PostMapping("/tokens")
    String issue(@ModelAttribute TokenForm form, Model model, RedirectAttributes next) {
        try {
            Made made = desk.issue(
                    Objects.requireNonNullElse(form.owner(), ""),
                    Objects.requireNonNullElse(form.name(), ""),
                    Objects.requireNonNullElse(form.scopes(), Set.of()),
                    Objects.requireNonNullElse(form.days(), 0));
            next.addFlashAttribute("made", made);
            return "redirect:/people/tokens";
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return tokens(form, model);
        }
    }

    @PostMapping("/tokens/{number}/revoke")
    String revoke(@PathVariable int number) {
        desk.revoke(number);
        return "redirect:/people/tokens";
    }

    @GetMapping("/audit")
    String audit(Model model) {
        model.addAttribute(
                "events", audit.latest(EVENTS).stream().map(EventLine::of).toList());
        return "people/audit";
    }
}
