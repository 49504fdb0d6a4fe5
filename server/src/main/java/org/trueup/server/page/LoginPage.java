package org.trueup.server.page;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Controller
class LoginPage {
    private final ObjectProvider<ClientRegistrationRepository> elsewhere;

    LoginPage(ObjectProvider<ClientRegistrationRepository> elsewhere) {
        this.elsewhere = elsewhere;
    }

    @GetMapping("/login")
    String login(Model model) {
        if (elsewhere.getIfAvailable() instanceof Iterable<?> providers) {
            for (Object each : providers) {
                if (each instanceof ClientRegistration provider) {
                    model.addAttribute("provider", provider.getRegistrationId());
                    model.addAttribute("providerName", provider.getClientName());
                }
            }
        }
        return "login";
    }
}
