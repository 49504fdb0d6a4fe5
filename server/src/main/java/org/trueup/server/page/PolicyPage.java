package org.trueup.server.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trueup.batch.store.PolicyTimeline;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.server.policy.Checking;
import org.trueup.server.policy.Draft;
import org.trueup.server.policy.Drafts;
import org.trueup.server.policy.Editing;
import org.trueup.server.policy.Edition;
import org.trueup.server.policy.Editions;
import org.trueup.server.policy.WhatIfs;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Role;
import org.trueup.spreadsheets.check.CheckReport;

/** One workbook of a policy: its sheets as grids, what the check found beside them, and what can be done with it. */
@Controller
@RequestMapping("/policies/{vendor}/{v:d?[1-9][0-9]*}")
class PolicyPage {
    private final Editions editions;
    private final Editing editing;
    private final Checking checking;
    private final WhatIfs whatIfs;
    private final Clock clock;

    PolicyPage(Editions editions, Editing editing, Checking checking, WhatIfs whatIfs, Clock clock) {
        this.editions = editions;
        this.editing = editing;
        this.checking = checking;
        this.whatIfs = whatIfs;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestParam(required = false) @Nullable String sheet,
            Model model) {
        Edition edition = head(vendor, v, model);
        CheckReport report = checking.check(edition.vendor(), editions.workbook(edition));
        List<SheetView> sheets = SheetView.all(editing.grid(edition), report);
        model.addAttribute("check", CheckView.of(report));
        model.addAttribute("sheets", sheets);
        model.addAttribute(
                "sheet",
                sheets.stream()
                        .filter(each -> each.name().equals(sheet))
                        .findFirst()
                        .or(() -> sheets.stream().findFirst())
                        .orElse(null));
        addWhatIf(edition, model);
        return "policy/edition";
    }

    /** How far the comparison is, and what it came to; asked for again and again while it runs. */
    @GetMapping("/what-if")
    String whatIf(@PathVariable String vendor, @PathVariable String v, Model model) {
        addWhatIf(head(vendor, v, model), model);
        return "policy/what-if";
    }

    @PostMapping("/what-if")
    String ask(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Model model) {
        Edition edition = head(vendor, v, model);
        try {
            whatIfs.start(Caller.current(), edition, asOf == null ? LocalDate.now(clock) : asOf);
        } catch (Refusal refusal) {
            model.addAttribute("whatIfProblem", refusal.getMessage());
        }
        addWhatIf(edition, model);
        return "policy/what-if";
    }

    private void addWhatIf(Edition edition, Model model) {
        model.addAttribute("whatIf", whatIfs.latest(edition).map(WhatIfLine::of).orElse(null));
    }

    private Edition head(String vendor, String v, Model model) {
        Edition edition = editions.find(VendorPath.of(vendor), "version", v);
        Caller caller = Caller.current();
        Optional<Draft> draft = edition instanceof Edition.OfDraft of ? Optional.of(of.draft()) : Optional.empty();
        List<PolicyVersion> versions = editions.versions(edition.vendor());
        LocalDate today = LocalDate.now(clock);
        boolean open = draft.filter(each -> each.state() == Draft.State.DRAFT).isPresent();
        boolean own = draft.filter(each -> Drafts.isBy(caller, each)).isPresent();
        model.addAttribute("vendor", vendor);
        model.addAttribute("v", v);
        model.addAttribute("sha256", edition.sha256());
        model.addAttribute("today", today.toString());
        model.addAttribute("draft", draft.orElse(null));
        model.addAttribute(
                "version",
                edition instanceof Edition.OfVersion published
                        ? VersionLine.of(published.version(), PolicyTimeline.of(versions), today)
                        : null);
        model.addAttribute(
                "latest",
                PolicyTimeline.of(versions)
                        .inForceOn(today)
                        .map(PolicyVersion::version)
                        .orElse(null));
        boolean publisher = caller.is(Role.PUBLISHER) || caller.is(Role.ADMINISTRATOR);
        model.addAttribute("editable", open && own);
        model.addAttribute("own", own);
        model.addAttribute("mayPublish", open && !own && publisher);
        model.addAttribute("mayDiscard", open && (own || publisher));
        return edition;
    }
}
