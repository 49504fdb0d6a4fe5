package org.trueup.server.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.trueup.server.RunProgram;
import org.trueup.server.page.Screens.Login;
import org.trueup.server.run.StoreChoice;
import org.trueup.server.security.Role;
import org.trueup.server.web.RunningServer;
import org.trueup.server.web.ServerChoice;
import org.trueup.server.web.SpringServer;

/** A server with the nights of the demo, somebody for each role, and a browser to look at it. */
final class Stage implements AutoCloseable {
    /** Whose tenants the account manager of the stage sees. */
    static final String MANAGER = "Rahul Varga";

    /** The tenant whose administrator is on the stage: 97 of 100 seats. */
    static final String TENANT = "pensero-example-97-of-100";

    private final RunningServer server;
    private final Chromium chromium;
    private final Map<Role, Login> people = new EnumMap<>(Role.class);

    private Stage(RunningServer server, Chromium chromium) {
        this.server = server;
        this.chromium = chromium;
        people.put(Role.ADMINISTRATOR, new Login("admin", server.firstPassword().orElseThrow()));
    }

    /** @param tenants of the demo; 0 leaves the store empty */
    static Stage set(Path folder, int tenants) throws Exception {
        Path home = folder.resolve("home");
        Path reports = folder.resolve("reports");
        if (tenants > 0) {
            RunProgram.Ended demo = RunProgram.with(
                    "demo",
                    "--tenants",
                    String.valueOf(tenants),
                    "--as-of",
                    "2026-11-21",
                    "--home",
                    home.toString(),
                    "--reports",
                    reports.toString());
            if (demo.exit() != 0) {
                throw new AssertionError(demo.err());
            }
        }
        return new Stage(
                SpringServer.open(new ServerChoice(new StoreChoice(home, null), 0, reports), false), Chromium.open());
    }

    /** Somebody with a role, at a screen of so many pixels. */
    Screens as(Role role, int width) {
        return as(people.computeIfAbsent(role, this::added), width);
    }

    Screens as(Login who, int width) {
        return Screens.of(chromium.browser(), "http://localhost:" + server.port(), who, width);
    }

    private Login added(Role role) {
        String name = role.words().replace(' ', '-');
        try (Screens admin = as(Role.ADMINISTRATOR, Screens.WIDE)) {
            Page page = admin.at("/people/new");
            page.getByLabel("Name to sign in by").fill(name);
            page.locator("input[name=roles][value=" + role.name() + "]").check();
            page.getByLabel("Account manager's name").fill(role == Role.ACCOUNT_MANAGER ? MANAGER : "");
            page.getByLabel("Tenant's id").fill(role == Role.TENANT_ADMINISTRATOR ? TENANT : "");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the person"))
                    .click();
            return new Login(name, page.locator("#secret").textContent());
        }
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
