package org.trueup.server.page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.trueup.rules.request.SeatAnswer;
import org.trueup.server.decision.Seats;
import org.trueup.server.problem.Refusal;
import org.trueup.server.security.Caller;
import org.trueup.server.tenant.Tenants;

/** What if a tenant had more seats: asked on the tenant's page, answered in place. */
@Controller
class SeatsPage {
    private final Seats seats;
    private final Tenants tenants;
    private final PolicyWords policies;
    private final TenantPage page;

    SeatsPage(Seats seats, Tenants tenants, PolicyWords policies, TenantPage page) {
        this.seats = seats;
        this.tenants = tenants;
        this.policies = policies;
        this.page = page;
    }

    /** What was asked: {@code add} users, or licences in {@code total}. */
    record Asked(String ask, @Nullable Integer number) {}

    @PostMapping("/tenants/{id}/seats")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "add") String ask,
            @RequestParam(required = false) @Nullable Integer number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inPlace,
            Model model) {
        Caller caller = Caller.current();
        boolean customer = tenants.tenant(caller, id, null).forCustomer();
        model.addAttribute("asked", new Asked(ask, number));
        try {
            if (number == null) {
                throw Refusal.of("number", "Say how many.");
            }
            boolean total = ask.equals("total");
            Seats.Answered answered = seats.ask(caller, id, total ? null : number, total ? number : null);
            SeatAnswer answer = answered.answer();
            RowSaying row = policies.row(answered.tenant().vendor(), answered.policyVersion(), answer.cell());
            model.addAttribute("answer", SeatView.of(answered, customer, row));
        } catch (Refusal refusal) {
            model.addAttribute("seatProblem", refusal.getMessage());
        }
        if (inPlace != null) {
            TenantPage.addMays(caller, model);
            return "tenant :: answer";
        }
        return page.tenant(id, null, model);
    }
}
