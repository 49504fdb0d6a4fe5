package org.trueup.server.cli;

import java.io.Console;

/** Whether a person is watching. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether standard output is a terminal that can rewrite a line. From Java 22 on there is a console without a
     * terminal too; only {@code isTerminal}, which older versions lack, tells them apart.
     */
    static boolean isAttached() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
