package org.trueup.server.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium, driven by Playwright. Tests that extend with this are skipped where there is none, which is
 * told in one line; with {@code -Dtrueup.browser=required} they fail instead.
 */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of(System.getProperty(
            "trueup.chromium", System.getenv().getOrDefault("TRUEUP_CHROMIUM", "/usr/bin/chromium")));
    /** Without them it refuses to run as root, or asks for hosts of its maker's at every start. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(FLAGS));
    }

    static Chromium open() {
        return new Chromium();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Lets a test class run where there is one. */
    static final class IfThere implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Files.isExecutable(PROGRAM)) {
                return ConditionEvaluationResult.enabled("there is " + PROGRAM);
            }
            String none = "Browser tests are skipped: there is no " + PROGRAM
                    + "; install Chromium, or name yours with -Dtrueup.chromium=PATH.";
            if ("required".equals(System.getProperty("trueup.browser"))) {
                throw new AssertionError(none.replace("are skipped", "cannot run"));
            }
            if (context.getTestMethod().isEmpty()) {
                System.err.println(none);
            }
            return ConditionEvaluationResult.disabled(none);
        }
    }
}
