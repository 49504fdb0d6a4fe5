package org.trueup.server.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is calling.
 *
 * @param name by which the person signs in
 * @param roles at least one
 * @param accountManager the name under which the person's tenants stand in the facts; none for whoever manages none
 * @param tenantId of the tenant administrator's own tenant; none for everybody else
 */
public record Caller(
        String name,
        Set<Role> roles,
        @Nullable String accountManager,
        @Nullable String tenantId) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whoever makes the request that this thread works for. */
    public static Caller current() {
        return signedIn().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** As {@link #current}, where nobody may be signed in. */
    public static Optional<Caller> signedIn() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Known person
                ? Optional.of(person.caller())
                : Optional.empty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Which tenants the caller may see. */
    public TenantScope tenants() {
        if (is(Role.ADMINISTRATOR) || is(Role.OPERATOR) || is(Role.SERVICE) || is(Role.ANALYST) || is(Role.PUBLISHER)) {
            return new TenantScope.Everyone();
        }
        if (is(Role.ACCOUNT_MANAGER) && accountManager != null) {
            return new TenantScope.OfAccountManager(accountManager);
        }
        return tenantId == null ? new TenantScope.Nobody() : new TenantScope.One(tenantId);
    }
}
