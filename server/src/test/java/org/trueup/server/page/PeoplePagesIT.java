package org.trueup.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.server.page.Screens.Login;
import org.trueup.server.security.Role;

/** An administrator looks after people and tokens, in a browser. */
@ExtendWith(Chromium.IfThere.class)
class PeoplePagesIT {
    @TempDir
    static Path folder;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.set(folder, 0);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void anAdministratorAddsAPersonWhoSignsInWithThePasswordShownOnce() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.WIDE)) {
            Page page = screens.at("/people");
            button(page, "Add a person");
            page.getByLabel("Name to sign in by").fill("Ada");
            page.getByLabel("Analyst").check();
            screens.picture("person");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the person"))
                    .click();
            String password = page.locator("#secret").textContent();
            screens.picture("people");
            try (Screens ada = stage.as(new Login("Ada", password), Screens.NARROW)) {
                assertThat(ada.at("/account").locator("dl")).containsText("analyst");
                assertThat(ada.page().locator("nav").first()).not().containsText("People");
                ada.picture("account");
            }
            page.reload();
            assertThat(page.locator("#secret")).hasCount(0);
            assertThat(screens.at("/people/audit").locator("tbody")).containsText("Ada");
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }

    @Test
    void whatIsMissingIsSaidAndTheRestOfTheFormStays() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.NARROW)) {
            Page page = screens.at("/people/new");
            page.getByLabel("Name to sign in by").fill("Bo");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add the person"))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("A person has at least one role.");
            assertThat(page.getByLabel("Name to sign in by")).hasValue("Bo");
            screens.picture("person-refused");
        }
    }

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.WIDE)) {
            Page page = screens.at("/people/tokens");
            page.getByLabel("What it is for").fill("billing");
            page.getByLabel("Administrator", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByText("Make the token").click();
            assertThat(page.locator("#secret")).containsText("trueup_");
            page.onDialog(com.microsoft.playwright.Dialog::accept);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke the token for billing"))
                    .click();
            assertThat(page.locator("tbody")).containsText("■ revoked");
            screens.picture("tokens");
            assertThat(screens.complaints()).noneMatch(complaint -> complaint.contains("/people"));
        }
    }

    @Test
    void everyPageCanBeWalkedWithTheKeyboard() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.WIDE)) {
            Page page = screens.at("/people");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Skip to the content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("Add a person");
        }
    }

    @Test
    void aPageThatIsNotThereIsToldInOneSentence() {
        try (Screens screens = stage.as(Role.ADMINISTRATOR, Screens.NARROW)) {
            Page page = screens.at("/people/4711");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no person with the number 4711.");
            screens.picture("not-found");
        }
    }
}
