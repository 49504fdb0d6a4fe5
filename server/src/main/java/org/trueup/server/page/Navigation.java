package org.trueup.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.trueup.server.security.Caller;
import org.trueup.server.security.Role;
import org.trueup.server.security.Routes;

/** What the head of every page offers: the pages that the caller's roles open, as the table of routes has it. */
@Component("navigation")
class Navigation {
    private static final List<Item> TENANTS_OWN = List.of(new Item("/", "Your usage", false));
    private static final List<Item> ALL = List.of(
            new Item("/", "Tonight", false),
            new Item("/tenants", "Tenants", false),
            new Item("/policies", "Policies", false),
            new Item("/runs", "Runs", false),
            new Item("/people", "People", false));

    /** A page by its name. */
    public record Item(String path, String label, boolean current) {
        private Item at(String asked) {
            boolean here = path.equals("/") ? asked.equals("/") : (asked + "/").startsWith(path + "/");
            return new Item(path, label, here);
        }
    }

    /** Who is signed in; nobody on the way in and where a session is over. */
    public @Nullable Caller who() {
        return Caller.signedIn().orElse(null);
    }

    /** The pages that the caller may open. */
    public List<Item> items() {
        Set<Role> roles = Caller.current().roles();
        String asked = asked();
        List<Item> offered = roles.equals(Set.of(Role.TENANT_ADMINISTRATOR)) ? TENANTS_OWN : ALL;
        return offered.stream()
                .filter(item -> Routes.open(roles, HttpMethod.GET, item.path()))
                .map(item -> item.at(asked))
                .toList();
    }

    /** Whether the caller may post to a path; what a page offers depends on it. */
    public boolean mayPost(String path) {
        return Caller.signedIn()
                .filter(caller -> Routes.open(caller.roles(), HttpMethod.POST, path))
                .isPresent();
    }

    private static String asked() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getServletPath();
        }
        return "";
    }
}
