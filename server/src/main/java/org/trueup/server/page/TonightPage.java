package org.trueup.server.page;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Role;
import org.trueup.server.security.TenantScope;
import org.trueup.server.tenant.Tenants;

/** How things stand after the last night, and whom somebody must look after. */
@Controller
class TonightPage {
    private final Tenants tenants;

    TonightPage(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/")
    String tonight(Model model) {
        Caller caller = Caller.current();
        if (caller.tenants() instanceof TenantScope.One own) {
            return "redirect:/tenants/" + UriUtils.encodePathSegment(own.id(), StandardCharsets.UTF_8);
        }
        model.addAttribute(
                "mayRun", caller.roles().stream().anyMatch(Set.of(Role.OPERATOR, Role.ADMINISTRATOR)::contains));
        model.addAttribute("mine", caller.tenants() instanceof TenantScope.OfAccountManager);
        model.addAttribute(
                "tonight", tenants.tonight(caller).map(TonightView::of).orElse(null));
        return "tonight";
    }
}
