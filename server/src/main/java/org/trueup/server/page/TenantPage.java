package org.trueup.server.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.MonthUse;
import org.trueup.rules.outcome.Position;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Routes;
import org.trueup.server.tenant.TenantView;
import org.trueup.server.tenant.Tenants;

/** One tenant: how it stands, why, since when, and what would be if it had more seats. */
@Controller
@RequestMapping("/tenants/{id}")
class TenantPage {
    private static final int NIGHTS = 90;
    private static final int A_PAGE = 20;

    private final Tenants tenants;
    private final PolicyWords policies;

    TenantPage(Tenants tenants, PolicyWords policies) {
        this.tenants = tenants;
        this.policies = policies;
    }

    @GetMapping
    String tenant(
            @PathVariable String id,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            Model model) {
        Caller caller = Caller.current();
        TenantView tenant = tenants.tenant(caller, id, asOf);
        Position position = tenant.position();
        head(tenant, model);
        model.addAttribute("past", asOf);
        model.addAttribute("position", position);
        model.addAttribute("history", UseChart.ofNights(tenants.history(caller, id, NIGHTS)));
        model.addAttribute("subscriptions", subscriptions(tenant.months()));
        model.addAttribute("entitlements", tenant.entitlements());
        addMays(caller, model);
        addReasons(tenant, position, model);
        addUsers(id, asOf, 0, model);
        return "tenant";
    }

    /** One page of the accounts that were looked at. */
    @GetMapping("/users")
    String users(
            @PathVariable String id,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        head(tenants.tenant(Caller.current(), id, asOf), model);
        addUsers(id, asOf, Math.max(0, page), model);
        return "tenant-users";
    }

    private static void head(TenantView tenant, Model model) {
        model.addAttribute("tenant", tenant.tenant());
        model.addAttribute("id", tenant.tenant().id().value());
        model.addAttribute("customer", tenant.forCustomer());
        model.addAttribute("asOf", tenant.seen().asOf());
        model.addAttribute("factsAsOf", tenant.seen().factsAsOf());
        model.addAttribute("standing", StandingView.of(tenant));
    }

    private void addReasons(TenantView tenant, @Nullable Position position, Model model) {
        Vendor vendor = tenant.tenant().vendor();
        Integer version = position == null
                ? policies.version(vendor, tenant.seen().asOf()).orElse(null)
                : (Integer) position.policyVersion();
        model.addAttribute(
                "findings",
                FindingLine.all(tenant.findings(), finding -> policies.row(vendor, version, finding.cell())));
        model.addAttribute("version", version);
        model.addAttribute(
                "rows",
                position == null || tenant.forCustomer()
                        ? List.of()
                        : position.cells().stream()
                                .map(cell -> policies.row(vendor, version, cell))
                                .filter(Objects::nonNull)
                                .toList());
    }

    private void addUsers(String id, @Nullable LocalDate asOf, int page, Model model) {
        Tenants.Users users = tenants.users(Caller.current(), id, asOf, (long) page * A_PAGE, A_PAGE);
        model.addAttribute("users", users.users());
        model.addAttribute("usersTotal", users.total());
        model.addAttribute("usersPage", page);
        model.addAttribute("usersFrom", (long) page * A_PAGE + 1);
        model.addAttribute("usersTo", (long) page * A_PAGE + users.users().size());
        model.addAttribute("usersAsOf", asOf);
    }

    /** The months of one subscription with their chart. */
    record SubscriptionUse(String id, List<MonthUse> months, UseChart chart) {}

    /** The latest subscription first. */
    private static List<SubscriptionUse> subscriptions(List<MonthUse> months) {
        return months.stream()
                .map(MonthUse::subscriptionId)
                .distinct()
                .map(each -> months.stream()
                        .filter(month -> month.subscriptionId().equals(each))
                        .toList())
                .sorted((one, other) -> other.get(other.size() - 1)
                        .month()
                        .compareTo(one.get(one.size() - 1).month()))
                .map(of -> new SubscriptionUse(of.get(0).subscriptionId(), of, UseChart.ofMonths(of)))
                .toList();
    }

    /** What the caller's roles allow beside reading. */
    static void addMays(Caller caller, Model model) {
        model.addAttribute("seesPolicies", Routes.open(caller.roles(), HttpMethod.GET, "/policies/x"));
        model.addAttribute("maySeats", Routes.open(caller.roles(), HttpMethod.POST, "/tenants/x/seats"));
    }
}
