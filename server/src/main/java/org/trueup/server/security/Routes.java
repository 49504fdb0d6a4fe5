package org.trueup.server.security;

import static org.trueup.server.security.Role.ACCOUNT_MANAGER;
import static org.trueup.server.security.Role.ADMINISTRATOR;
import static org.trueup.server.security.Role.ANALYST;
import static org.trueup.server.security.Role.OPERATOR;
import static org.trueup.server.security.Role.PUBLISHER;
import static org.trueup.server.security.Role.SERVICE;
import static org.trueup.server.security.Role.TENANT_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of routes and of who may use them; what is not in it is closed to everybody. Which tenants somebody sees
 * within a route is {@link Caller#tenants}.
 */
public final class Routes {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> SEE_TENANTS =
            Set.of(ACCOUNT_MANAGER, ANALYST, PUBLISHER, OPERATOR, ADMINISTRATOR, SERVICE);
    private static final Set<Role> SEE_ONE_TENANT = ALL;
    private static final Set<Role> DECIDE = Set.of(ACCOUNT_MANAGER, ANALYST, ADMINISTRATOR, SERVICE);
    private static final Set<Role> ASK_FOR_SEATS =
            Set.of(ACCOUNT_MANAGER, TENANT_ADMINISTRATOR, ADMINISTRATOR, SERVICE);
    private static final Set<Role> SEE_POLICIES = Set.of(ANALYST, PUBLISHER, ADMINISTRATOR);
    private static final Set<Role> DRAFT = Set.of(ANALYST, PUBLISHER, ADMINISTRATOR);
    private static final Set<Role> PUBLISH = Set.of(PUBLISHER, ADMINISTRATOR);
    private static final Set<Role> SEE_RUNS = Set.of(OPERATOR, ADMINISTRATOR);
    private static final Set<Role> SEE_REPORTS = Set.of(ACCOUNT_MANAGER, OPERATOR, ADMINISTRATOR);
    private static final Set<Role> ADMINISTER = Set.of(ADMINISTRATOR);

    private final List<Route> routes = new ArrayList<>();

    /** Some paths and who may use them: a pattern as Spring writes it. */
    public record Route(HttpMethod method, String pattern, Set<Role> roles) {}

    private Routes() {}

    /** All, the more special before the more general. */
    public static List<Route> all() {
        Routes routes = new Routes();
        routes.decisions();
        routes.tenants();
        routes.policies();
        routes.runs();
        routes.people();
        routes.pages();
        return List.copyOf(routes.routes);
    }

    /** Whether somebody with these roles may use a path; pages offer nothing else. */
    public static boolean open(Set<Role> roles, HttpMethod method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return all().stream()
                .filter(route -> route.method().equals(method)
                        && PathPatternParser.defaultInstance
                                .parse(route.pattern())
                                .matches(asked))
                .findFirst()
                .filter(route -> route.roles().stream().anyMatch(roles::contains))
                .isPresent();
    }

    private void decisions() {
        add(HttpMethod.POST, "/api/v1/decisions/position", DECIDE);
        add(HttpMethod.POST, "/api/v1/tenants/{id}/seat-requests", ASK_FOR_SEATS);
    }

    private void tenants() {
        add(HttpMethod.GET, "/api/v1/tenants", SEE_TENANTS);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/position", SEE_ONE_TENANT);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/history", SEE_ONE_TENANT);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/users", SEE_ONE_TENANT);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/months", SEE_ONE_TENANT);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/entitlements", SEE_ONE_TENANT);
        add(HttpMethod.GET, "/api/v1/tenants/{id}/findings", SEE_TENANTS);
    }

    private void policies() {
        add(HttpMethod.GET, "/api/v1/policies/**", SEE_POLICIES);
        add(HttpMethod.POST, "/api/v1/policies/{vendor}/versions/{version}/publish", PUBLISH);
        add(HttpMethod.POST, "/api/v1/policies/**", DRAFT);
        add(HttpMethod.PUT, "/api/v1/policies/**", DRAFT);
        add(HttpMethod.DELETE, "/api/v1/policies/**", DRAFT);
    }

    private void runs() {
        add(HttpMethod.GET, "/api/v1/runs/{run}/reports/**", SEE_REPORTS);
        add(HttpMethod.GET, "/api/v1/runs/**", SEE_RUNS);
        add(HttpMethod.POST, "/api/v1/runs/**", SEE_RUNS);
    }

    private void people() {
        add(HttpMethod.GET, "/api/v1/me", ALL);
        add(HttpMethod.GET, "/api/v1/people/**", ADMINISTER);
        add(HttpMethod.POST, "/api/v1/people/**", ADMINISTER);
        add(HttpMethod.PUT, "/api/v1/people/**", ADMINISTER);
        add(HttpMethod.GET, "/api/v1/tokens/**", ADMINISTER);
        add(HttpMethod.POST, "/api/v1/tokens/**", ADMINISTER);
        add(HttpMethod.DELETE, "/api/v1/tokens/**", ADMINISTER);
        add(HttpMethod.GET, "/api/v1/audit", ADMINISTER);
        add(HttpMethod.GET, "/v3/api-docs/**", ALL);
        add(HttpMethod.GET, "/v3/api-docs.yaml", ALL);
        add(HttpMethod.GET, "/actuator/**", SEE_RUNS);
    }

    private void pages() {
        add(HttpMethod.GET, "/", ALL);
        add(HttpMethod.GET, "/account", ALL);
        add(HttpMethod.POST, "/account", ALL);
        add(HttpMethod.GET, "/tenants", SEE_TENANTS);
        add(HttpMethod.GET, "/tenants/{id}/**", SEE_ONE_TENANT);
        add(HttpMethod.POST, "/tenants/{id}/**", ASK_FOR_SEATS);
        add(HttpMethod.GET, "/policies/**", SEE_POLICIES);
        add(HttpMethod.POST, "/policies/{vendor}/{version}/publish", PUBLISH);
        add(HttpMethod.POST, "/policies/**", DRAFT);
        add(HttpMethod.GET, "/runs/**", SEE_RUNS);
        add(HttpMethod.POST, "/runs/**", SEE_RUNS);
        add(HttpMethod.GET, "/people/**", ADMINISTER);
        add(HttpMethod.POST, "/people/**", ADMINISTER);
    }

    private void add(HttpMethod method, String pattern, Set<Role> roles) {
        routes.add(new Route(method, pattern, roles));
    }
}
