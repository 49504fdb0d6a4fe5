package org.trueup.server.page;

import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.server.security.People;
import org.trueup.server.security.Role;

/** Where people see who they are to the server, and change their passwords. */
@Controller
class AccountPage {
    private final People people;
    private final PeopleDesk desk;

    AccountPage(People people, PeopleDesk desk) {
        this.people = people;
        this.desk = desk;
    }

    @GetMapping("/account")
    String account(Model model) {
        Caller me = Caller.current();
        model.addAttribute("me", me);
        model.addAttribute(
                "roles", me.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", ")));
        model.addAttribute(
                "hasPassword",
                people.find(me.name())
                        .filter(person -> person.password() != null)
                        .isPresent());
        return "account";
    }

    @PostMapping("/account")
    String change(
            @RequestParam String current, @RequestParam String password, @RequestParam String again, Model model) {
        try {
            if (!password.equals(again)) {
                throw Refusal.of("again", "The two new passwords differ; type the new one twice.");
            }
            desk.changeOwnPassword(current, password);
            return "redirect:/account?changed";
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return account(model);
        }
    }
}
