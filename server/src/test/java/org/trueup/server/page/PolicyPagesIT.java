package org.trueup.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.security.Role;
import org.trueup.spreadsheets.policybook.PolicyBook;

/** An analyst changes a policy in the browser, a publisher brings it into force, an operator runs the night again. */
@ExtendWith(Chromium.IfThere.class)
class PolicyPagesIT {
    /** A check of a machine that does other things too. */
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @TempDir
    static Path folder;

    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        stage = Stage.set(folder, 60);
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void aPriceIsChangedInPlaceComparedPublishedByAnotherAndTheNightRunAgain() {
        String draft;
        try (Screens screens = stage.as(Role.ANALYST, Screens.WIDE)) {
            Page page = screens.at("/policies/plecto/1");
            button(page, "Begin a draft from it").click();
            page.waitForURL(Pattern.compile("/d\\d+$"));
            draft = page.url().replaceFirst("^.*?(/policies/)", "$1");
            type(page, "C5", "many");
            assertThat(page.locator("#verdict")).containsText("■ 1 error", SOON);
            assertThat(page.locator("#problems")).containsText("Plans!C5");
            screens.picture("draft-with-an-error");
            page.keyboard().press("Escape");
            type(page, "C5", "9.5");
            page.keyboard().press("Enter");
            assertThat(page.locator("#kept")).containsText("Kept.", SOON);
            page.reload();
            assertThat(page.locator("#c-C5")).hasText("9.5");
            button(page, "Compare all tenants").click();
            assertThat(page.locator("#changes")).containsText("tenants would read something else", SOON);
            screens.picture("what-would-it-change");
            Download compared = page.waitForDownload(
                    () -> page.getByText("Download who, what and why").click());
            assertThat(compared.suggestedFilename()).endsWith("-what-if.xlsx");
            assertThat(page.getByText("somebody else publishes it")).isVisible();
        }
        publish(draft);
        runTheNight();
    }

    private static void publish(String draft) {
        try (Screens screens = stage.as(Role.PUBLISHER, Screens.WIDE)) {
            Page page = screens.at(draft);
            page.onDialog(Dialog::accept);
            page.getByLabel("In force from").fill("2026-11-21");
            page.locator("#publish-note").fill("Medium has a price");
            button(page, "Approve and publish").click();
            assertThat(page.getByRole(AriaRole.STATUS).first())
                    .containsText("Version 2 is published and in force from 21\u00a0Nov\u00a02026");
            screens.picture("published");
            page.navigate(page.url().replaceFirst("/\\d+$", "/diff?from=1&to=2"));
            assertThat(page.locator("del").first()).hasText("empty");
            assertThat(page.locator("ins").first()).hasText("9.5");
            screens.picture("differences");
            assertThat(screens.complaints()).isEmpty();
        }
    }

    private static void runTheNight() {
        try (Screens screens = stage.as(Role.OPERATOR, Screens.WIDE)) {
            Page page = screens.at("/runs");
            page.getByLabel("As of").fill("2026-11-21");
            button(page, "Run").click();
            assertThat(page.locator("#main")).containsText("○ Complete", SOON);
            assertThat(page.locator("#main")).containsText("it adds up");
            screens.picture("run");
            Download positions = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("positions.csv"))
                            .click());
            assertThat(positions.suggestedFilename()).isEqualTo("positions.csv");
            screens.at("/runs");
            screens.picture("runs");
        }
    }

    @Test
    void aWorkbookIsUploadedAndItsBadCellsAreMarked() throws Exception {
        Path file = folder.resolve("acme.xlsx");
        Files.write(file, PolicyBook.shipped().get(new Vendor("pensero")));
        try (Screens screens = stage.as(Role.ANALYST, Screens.NARROW)) {
            Page page = screens.at("/policies");
            screens.picture("policies");
            page.locator("#workbook").setInputFiles(file);
            page.getByLabel("What changes").fill("A fifth vendor");
            button(page, "Upload as a draft").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("acme, draft d");
            assertThat(page.locator("#verdict")).containsText("○ Can be published");
            screens.picture("draft");
            button(page, "Discard the draft").isVisible();
        }
    }

    @Test
    void whatIsNoWorkbookIsRefusedInASentence() throws Exception {
        Path file = folder.resolve("plecto.xlsx");
        Files.writeString(file, "not a workbook");
        try (Screens screens = stage.as(Role.ANALYST, Screens.WIDE)) {
            Page page = screens.at("/policies");
            page.locator("#workbook").setInputFiles(file);
            button(page, "Upload as a draft").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("xlsx");
            screens.picture("refused");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void type(Page page, String cell, String value) {
        page.locator("#c-" + cell).click();
        page.keyboard().type(value);
    }
}
