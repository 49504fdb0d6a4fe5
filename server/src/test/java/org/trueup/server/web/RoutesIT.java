package org.trueup.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.trueup.server.security.Role;
import org.trueup.server.security.Routes;

/** Walks every route with every role, and with nobody. */
class RoutesIT {
    private static final Set<String> OPEN = Set.of("/login", "/error");
    private static final TestServer SERVER = TestServer.running();

    static List<Routes.Route> routes() {
        return Routes.all();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteIsOpenToItsRolesAndClosedToAllOthers(Routes.Route route) {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            int status = ask(SERVER.as(role, path(route)), route).statusCode();
            boolean let = status != 401 && status != 403;
            if (let != route.roles().contains(role)) {
                wrong.add(role + " gets " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyIsLetInWithoutSigningIn(Routes.Route route) {
        HttpResponse<String> answer = ask(SERVER.request(path(route)), route);
        assertThat(answer.statusCode()).isIn(302, 401, 403);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        } else {
            assertThat(answer.body()).doesNotContain("Exception", "at org.");
        }
    }

    @Test
    void everyHandlerStandsInTheTable() {
        Set<String> missing = new TreeSet<>();
        for (RequestMappingInfo info : mappings()) {
            info.getPatternValues().stream()
                    .filter(pattern -> !OPEN.contains(pattern))
                    .filter(pattern -> info.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> Routes.all().stream()
                                    .noneMatch(route -> route.method().name().equals(method.name())
                                            && matches(route.pattern(), pattern))))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsNotInTheTableIsClosedToAdministratorsToo() {
        assertThat(SERVER.get(Role.ADMINISTRATOR, "/api/v1/secrets").statusCode())
                .isEqualTo(403);
        assertThat(SERVER.send(SERVER.as(Role.ADMINISTRATOR, "/api/v1/tenants")
                                .method("TRACE", BodyPublishers.noBody()))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    private static Set<RequestMappingInfo> mappings() {
        return SERVER.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
    }

    private static boolean matches(String route, String handler) {
        return new PathPatternParser()
                .parse(route)
                .matches(PathContainer.parsePath(
                        handler.replaceAll("\\{[^}]*}", "1").replace("**", "x")));
    }

    private static String path(Routes.Route route) {
        return route.pattern()
                .replace("{vendor}", "plecto")
                .replace("{version}", "99")
                .replaceAll("\\{[^}]*}", "12345")
                .replace("/**", "/12345");
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request, Routes.Route route) {
        return SERVER.send(request.header("Content-Type", "application/json")
                .method(
                        route.method().name(),
                        route.method().name().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }
}
