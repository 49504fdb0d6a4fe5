package org.trueup.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.server.security.Role;

/** Account managers and tenants' administrators see how things stand, in a browser. */
@ExtendWith(Chromium.IfThere.class)
class NightPagesIT {
    @TempDir
    static Path folder;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.set(folder, 120);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Screens.WIDE, Screens.NARROW})
    void tonightTellsWhatNeedsAPersonAndLeadsToTheTenant(int width) {
        try (Screens screens = stage.as(Role.ACCOUNT_MANAGER, width)) {
            Page page = screens.at("/");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Night of 21\u00a0Nov\u00a02026");
            assertThat(page.locator(".chart svg").first()).isVisible();
            screens.picture("tonight");
            Locator urgent = page.locator("h2#act + table tbody tr");
            assertThat(urgent.first()).containsText(Stage.MANAGER);
            String name = urgent.first().locator("a").textContent();
            urgent.first().locator("a").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(name);
            assertThat(page.locator(".usage")).hasText(Pattern.compile("\\d+/\\d+"));
            assertThat(page.locator(".saying").first()).containsText(", row ");
            screens.picture("tenant");
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Screens.WIDE, Screens.NARROW})
    void tenantsAreFoundAsOneTypes(int width) {
        try (Screens screens = stage.as(Role.OPERATOR, width)) {
            Page page = screens.at("/tenants");
            assertThat(page.locator("caption")).containsText("1–50 of 120\u00a0tenants");
            screens.picture("tenants");
            page.getByLabel("Search").pressSequentially("two elev");
            assertThat(page.locator("caption")).containsText("1–1 of 1\u00a0tenant");
            assertThat(page.locator("tbody tr")).containsText("Two Eleven Ltd");
            assertThat(page).hasURL(Pattern.compile("q=two"));
            page.goBack();
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @Test
    void aListIsFilteredSortedAndLeafedThrough() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.WIDE)) {
            Page page = screens.at("/tenants");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next →"))
                    .click();
            assertThat(page.locator("caption")).containsText("51–100 of 120");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Short"))
                    .click();
            assertThat(page.locator("th[aria-sort=descending]")).hasText("Short ↓");
            assertThat(page.locator("tbody tr").first()).containsText("Eighty-Nine Inc");
            page.getByLabel("Status").selectOption("GRACE");
            assertThat(page.locator("tbody tr:not(:has-text(\"Grace\"))")).hasCount(0);
            assertThat(screens.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptsTheListIsStillSearchedAndTheTenantRead() {
        try (Screens screens = stage.as(Role.ANALYST, Screens.NARROW).withoutScripts()) {
            Page page = screens.at("/tenants");
            page.getByLabel("Search").fill("two elev");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                    .click();
            page.locator("tbody a").click();
            assertThat(page.locator(".usage")).hasText("211/242");
            assertThat(page.getByText("Licensed").last()).isVisible();
            screens.picture("tenant-without-scripts");
        }
    }

    @Test
    void aTenantsAdministratorSeesTheOwnUsageAndNothingElse() {
        try (Screens screens = stage.as(Role.TENANT_ADMINISTRATOR, Screens.NARROW)) {
            Page page = screens.at("/");
            assertThat(page.locator(".usage")).hasText("Active seats used: 97/100");
            assertThat(page.locator("#findings")).hasCount(0);
            screens.picture("own-usage");
            assertThat(screens.complaints()).isEmpty();
            assertThat(screens.at("/tenants/activtrak-example-211-of-242").getByRole(AriaRole.ALERT))
                    .hasText("There is no tenant activtrak-example-211-of-242.");
        }
    }

    @Test
    void anAccountManagerSeesTheOwnTenantsAlone() {
        try (Screens screens = stage.as(Role.ACCOUNT_MANAGER, Screens.WIDE)) {
            Page page = screens.at("/tenants");
            assertThat(page.locator("tbody tr:not(:has-text(\"" + Stage.MANAGER + "\"))"))
                    .hasCount(0);
            assertThat(screens.at("/tenants/activtrak-example-89-licences-340-users")
                            .getByRole(AriaRole.ALERT))
                    .containsText("There is no tenant");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Screens.WIDE, Screens.NARROW})
    void whatIfItAddedUsersIsAnsweredAsOneTypes(int width) {
        try (Screens screens = stage.as(Role.TENANT_ADMINISTRATOR, width)) {
            Page page = screens.at("/");
            page.getByLabel("How many").pressSequentially("4");
            assertThat(page.locator("#answer")).containsText("You've reached your seat limit");
            page.getByLabel("The tenant").selectOption("total");
            page.getByLabel("How many").fill("101");
            assertThat(page.locator("#answer")).containsText("for 1\u00a0licence to");
            screens.picture("what-if");
            assertThat(screens.complaints()).noneMatch(complaint -> complaint.contains("Content Security"));
        }
    }
}
