package org.trueup.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trueup.server.page.PersonForm.SignsIn;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.People;

/** Where administrators look after people and their roles. */
@Controller
@RequestMapping("/people")
class PeoplePage {
    private final People people;
    private final PeopleDesk desk;

    PeoplePage(People people, PeopleDesk desk) {
        this.people = people;
        this.desk = desk;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("people", people.all().stream().map(PersonLine::of).toList());
        return "people/all";
    }

    @GetMapping("/new")
    String empty(Model model) {
        return form(null, "A new person", PersonForm.EMPTY, model);
    }

    @PostMapping
    String add(@ModelAttribute PersonForm form, Model model, RedirectAttributes next) {
        try {
            next.addFlashAttribute("made", desk.add(form));
            return "redirect:/people";
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return form(null, "A new person", form, model);
        }
    }

    @GetMapping("/{number}")
    String one(@PathVariable int number, Model model) {
        People.Person person = desk.person(number);
        return form(number, person.caller().name(), PersonForm.of(person), model);
    }

    @PostMapping("/{number}")
    String change(@PathVariable int number, @ModelAttribute PersonForm form, Model model, RedirectAttributes next) {
        String name = desk.person(number).caller().name();
        try {
            next.addFlashAttribute("made", desk.change(number, form));
            return "redirect:/people";
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return form(number, name, form, model);
        }
    }

    private String form(@Nullable Integer number, String heading, PersonForm form, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("heading", heading);
        model.addAttribute("form", form);
        model.addAttribute("roles", RoleWords.all());
        model.addAttribute(
                "ways",
                number == null
                        ? List.of(SignsIn.NEW_PASSWORD, SignsIn.ELSEWHERE)
                        : List.of(SignsIn.AS_BEFORE, SignsIn.NEW_PASSWORD, SignsIn.NOT_AT_ALL));
        return "people/person";
    }
}
