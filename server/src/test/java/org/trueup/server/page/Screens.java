package org.trueup.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one screen: signs in, looks at pages, and notes whatever a page complains about. */
final class Screens implements AutoCloseable {
    static final int WIDE = 1280;
    static final int NARROW = 360;

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Screens(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Signs somebody in. */
    static Screens of(Browser browser, String address, Login who, int width) {
        Screens screens =
                new Screens(browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800)), address);
        screens.page.navigate(address + "/login");
        screens.page.getByLabel("Name").fill(who.name());
        screens.page.getByLabel("Password").fill(who.password());
        screens.page.locator("button[type=submit]").click();
        return screens;
    }

    /** The same person at the same screen, whose browser runs no scripts; this one is closed. */
    Screens withoutScripts() {
        Screens other = new Screens(
                context.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setStorageState(context.storageState())
                                .setViewportSize(page.viewportSize().width, page.viewportSize().height)),
                address);
        close();
        return other;
    }

    /** By which somebody signs in. */
    record Login(String name, String password) {}

    Page page() {
        return page;
    }

    /** Goes to a page of the server. */
    Page at(String path) {
        page.navigate(address + path);
        return page;
    }

    /** Takes a picture of the whole page, which nothing may stick out of at the side. */
    void picture(String name) {
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + page.viewportSize().width + ".png"))
                .setFullPage(true));
        assertThat(beyond).as("pixels beyond the side of " + page.url()).isEqualTo(0);
    }

    /** What pages complained about so far; a refusal that a test provokes is to be left out by the test. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
