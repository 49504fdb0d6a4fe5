package org.trueup.server.page;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.policy.Checking;
import org.trueup.server.policy.Differences;
import org.trueup.server.policy.Draft;
import org.trueup.server.policy.Drafts;
import org.trueup.server.policy.Edition;
import org.trueup.server.policy.Editions;
import org.trueup.server.policy.History;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** The policies of all vendors, the versions and drafts of one, and what differs between two of them. */
@Controller
@RequestMapping("/policies")
class PoliciesPage {
    private final Editions editions;
    private final Drafts drafts;
    private final Checking checking;
    private final Differences differences;
    private final History history;
    private final Clock clock;

    PoliciesPage(
            Editions editions,
            Drafts drafts,
            Checking checking,
            Differences differences,
            History history,
            Clock clock) {
        this.editions = editions;
        this.drafts = drafts;
        this.checking = checking;
        this.differences = differences;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "policies",
                editions.vendors().stream()
                        .map(vendor -> PolicyLine.of(vendor, editions, today))
                        .toList());
        return "policy/all";
    }

    @GetMapping("/{vendor}")
    String one(@PathVariable String vendor, Model model) {
        Vendor of = VendorPath.of(vendor);
        model.addAttribute("vendor", vendor);
        model.addAttribute("versions", VersionLine.all(editions.versions(of), LocalDate.now(clock)));
        model.addAttribute("drafts", editions.drafts(of));
        model.addAttribute(
                "history",
                history.of(of).stream()
                        .sorted(Comparator.comparing(History.Event::at).reversed())
                        .limit(100)
                        .toList());
        return "policy/vendor";
    }

    @GetMapping("/{vendor}/diff")
    String difference(@PathVariable String vendor, @RequestParam String from, @RequestParam String to, Model model) {
        Vendor of = VendorPath.of(vendor);
        Edition before = editions.find(of, "from", from);
        Edition after = editions.find(of, "to", to);
        model.addAttribute("vendor", vendor);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("names", names(of));
        model.addAttribute("sheets", DifferenceLine.bySheet(differences.between(before, after)));
        return "policy/diff";
    }

    private List<String> names(Vendor vendor) {
        return Stream.concat(
                        editions.drafts(vendor).stream().map(Draft::name),
                        editions.versions(vendor).stream()
                                .map(version -> version.version())
                                .sorted(Comparator.reverseOrder())
                                .map(String::valueOf))
                .toList();
    }

    /** Takes a workbook as a draft of its own, whatever is wrong with its cells. */
    @PostMapping("/upload")
    String upload(
            @RequestParam MultipartFile workbook,
            @RequestParam(defaultValue = "") String vendor,
            @RequestParam(defaultValue = "") String note,
            Model model)
            throws IOException {
        try {
            Vendor of = vendorOf(vendor, workbook.getOriginalFilename());
            byte[] file = workbook.getBytes();
            if (file.length == 0) {
                throw Refusal.of("workbook", "Choose a workbook first.");
            }
            checking.checkSent(of, file);
            Draft draft = drafts.make(Caller.current(), of, file, note, null);
            return "redirect:/policies/%s/%s".formatted(of, draft.name());
        } catch (Refusal refusal) {
            model.addAttribute("problem", FormProblem.of(refusal));
            return all(model);
        }
    }

    /** The vendor that is chosen, or else named by the file, as plecto (2).xlsx is named by a browser. */
    private static Vendor vendorOf(String chosen, @Nullable String file) {
        String name = chosen.isBlank()
                ? Objects.requireNonNullElse(file, "")
                        .replaceFirst("^.*[/\\\\]", "")
                        .replaceFirst("(?i)[ _(].*$|\\.xlsx$", "")
                : chosen.strip();
        if (!Vendor.isName(name)) {
            throw Refusal.of(
                    "vendor",
                    "The file's name doesn't say whose policy it is; call it as the vendor, for example plecto.xlsx, or"
                            + " type the vendor.");
        }
        return new Vendor(name);
    }
}
