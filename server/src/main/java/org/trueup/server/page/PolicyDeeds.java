package org.trueup.server.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.trueup.server.policy.Draft;
import org.trueup.server.policy.Drafts;
import org.trueup.server.policy.Edition;
import org.trueup.server.policy.Editions;
import org.trueup.server.policy.Publishing;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;

/** What people do with a workbook of a policy; what is refused is told on the workbook's page. */
@Controller
@RequestMapping("/policies/{vendor}/{v:d?[1-9][0-9]*}")
class PolicyDeeds {
    private final Editions editions;
    private final Drafts drafts;
    private final Publishing publishing;

    PolicyDeeds(Editions editions, Drafts drafts, Publishing publishing) {
        this.editions = editions;
        this.drafts = drafts;
        this.publishing = publishing;
    }

    @PostMapping("/publish")
    String publish(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestParam LocalDate effective,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes next) {
        return told(vendor, v, next, () -> {
            Publishing.Published published =
                    publishing.publish(Caller.current(), draft(vendor, v), new Publishing.Order(effective, note, seen));
            next.addFlashAttribute("published", PublishedView.of(published));
            return "/policies/%s/%d".formatted(vendor, published.version().version());
        });
    }

    /** Begins a draft of one's own from a workbook. */
    @PostMapping("/copy")
    String copy(@PathVariable String vendor, @PathVariable String v, RedirectAttributes next) {
        return told(vendor, v, next, () -> at(drafts.from(Caller.current(), edition(vendor, v), "")));
    }

    /** Makes a draft that brings an earlier version back. */
    @PostMapping("/roll-back")
    String rollBack(
            @PathVariable String vendor,
            @PathVariable String v,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next) {
        return told(vendor, v, next, () -> {
            if (!(edition(vendor, v) instanceof Edition.OfVersion published)) {
                throw Refusal.conflict(v + " is a draft; only a published version can be brought back.");
            }
            return at(drafts.rollBack(
                    Caller.current(),
                    published.vendor(),
                    published.version().version(),
                    note.isBlank() ? "Back to version " + v : note));
        });
    }

    @PostMapping("/note")
    String note(
            @PathVariable String vendor, @PathVariable String v, @RequestParam String note, RedirectAttributes next) {
        return told(vendor, v, next, () -> at(drafts.annotate(Caller.current(), draft(vendor, v), note)));
    }

    @PostMapping("/discard")
    String discard(@PathVariable String vendor, @PathVariable String v, RedirectAttributes next) {
        return told(vendor, v, next, () -> {
            drafts.discard(Caller.current(), draft(vendor, v));
            return "/policies/" + vendor;
        });
    }

    /** Something that is done and leads to a page. */
    private interface Deed {
        String done();
    }

    private static String told(String vendor, String v, RedirectAttributes next, Deed deed) {
        try {
            return "redirect:" + deed.done();
        } catch (Refusal refusal) {
            next.addFlashAttribute("problem", FormProblem.of(refusal));
            return "redirect:/policies/%s/%s".formatted(vendor, v);
        }
    }

    private static String at(Draft draft) {
        return "/policies/%s/%s".formatted(draft.vendor(), draft.name());
    }

    private Edition edition(String vendor, String v) {
        return editions.find(VendorPath.of(vendor), "version", v);
    }

    private Draft draft(String vendor, String v) {
        if (edition(vendor, v) instanceof Edition.OfDraft draft) {
            return draft.draft();
        }
        throw Refusal.conflict("Version " + v + " is published already; begin a new draft from it.");
    }
}
