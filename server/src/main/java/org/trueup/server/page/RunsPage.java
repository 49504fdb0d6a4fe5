package org.trueup.server.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.server.problem.Refusal;
import org.trueup.server.runs.RunReports;
import org.trueup.server.runs.Runs;
import org.trueup.server.security.Caller;

/** Where operators start nights, follow them, and look after what could not be read. */
@Controller
@RequestMapping("/runs")
class RunsPage {
    private static final int A_PAGE = 30;
    private static final int LINES = 100;

    private final Runs runs;
    private final RunViews views;
    private final RunReports reports;
    private final Clock clock;

    RunsPage(Runs runs, RunViews views, RunReports reports, Clock clock) {
        this.runs = runs;
        this.views = views;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "0") int page, Model model) {
        int from = Math.max(0, page);
        List<RunLine> lines = runs.page(from, A_PAGE).stream().map(RunLine::new).toList();
        model.addAttribute("runs", lines);
        model.addAttribute("page", from);
        model.addAttribute("more", (from + 1L) * A_PAGE < runs.count());
        model.addAttribute("free", runs.nobodyAtWork());
        model.addAttribute("feeds", runs.feeds());
        model.addAttribute("today", LocalDate.now(clock).toString());
        return "run/all";
    }

    @PostMapping
    String start(
            @RequestParam LocalDate asOf,
            @RequestParam(defaultValue = "") String vendor,
            @RequestParam(defaultValue = "") String feed,
            Model model) {
        try {
            StoredRun run = runs.start(Caller.current().name(), asOf, filled(vendor), filled(feed));
            return "redirect:/runs/" + run.number();
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return all(0, model);
        }
    }

    @GetMapping("/{number:[0-9]+}")
    String one(@PathVariable int number, @RequestParam(defaultValue = "0") int page, Model model) {
        StoredRun run = runs.find(number);
        int from = Math.max(0, page);
        model.addAttribute("run", new RunLine(run));
        model.addAttribute("tally", views.tally(number));
        model.addAttribute("counted", CountLine.of(views.counted(number)));
        model.addAttribute("lines", views.rejectedLines(run, from, LINES));
        model.addAttribute("linesTotal", views.countRejectedLines(run));
        model.addAttribute("linesFrom", (long) from * LINES);
        model.addAttribute("page", from);
        addReports(run, model);
        return "run/one";
    }

    private void addReports(StoredRun run, Model model) {
        try {
            model.addAttribute("files", reports.names(Caller.current(), run));
        } catch (Refusal none) {
            model.addAttribute("files", List.of());
            model.addAttribute("noFiles", none.getMessage());
        }
    }

    @PostMapping("/{number:[0-9]+}/restart")
    String restart(@PathVariable int number, RedirectAttributes next) {
        try {
            return "redirect:/runs/"
                    + runs.restart(Caller.current().name(), number).number();
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", FormProblem.of(refusal));
            return "redirect:/runs/" + number;
        }
    }

    private static @Nullable String filled(String typed) {
        return typed.isBlank() ? null : Objects.requireNonNull(typed).strip();
    }
}
