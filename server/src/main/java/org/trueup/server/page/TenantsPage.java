package org.trueup.server.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trueup.batch.night.TenantViews;
import org.trueup.rules.outcome.Status;
import org.trueup.server.security.Caller;
import org.trueup.server.tenant.TenantFilter;
import org.trueup.server.tenant.Tenants;

/** The caller's tenants, to be searched, filtered, sorted and leafed through. */
@Controller
class TenantsPage {
    private static final int A_PAGE = 50;

    private final Tenants tenants;

    TenantsPage(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/tenants")
    String list(
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "account_manager", required = false) @Nullable String accountManager,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        TenantFilter filter = new TenantFilter(vendor, status, accountManager, q, sort, Math.max(0, page), A_PAGE);
        Caller caller = Caller.current();
        TenantViews.Page found = tenants.page(caller, filter);
        model.addAttribute("list", new TenantList(filter, found));
        model.addAttribute("rows", found.tenants().stream().map(TenantRow::of).toList());
        model.addAttribute(
                "vendors",
                tenants.tonight(caller).stream()
                        .flatMap(night -> night.nights().keySet().stream())
                        .toList());
        model.addAttribute("statuses", statuses());
        model.addAttribute("managers", tenants.accountManagers(caller));
        return "tenants";
    }

    /** A choice of a form. */
    record Choice(String value, String label) {}

    private static List<Choice> statuses() {
        List<Choice> choices = new ArrayList<>(Arrays.stream(Status.values())
                .map(status -> new Choice(status.name(), Word.of(status).text()))
                .toList());
        choices.add(new Choice(TenantFilter.NOT_DECIDED, Word.of((Status) null).text()));
        return choices;
    }
}
