package org.trueup.server.cli;

/** Tells whether the program is being stopped from outside, by a signal. */
final class Shutdown {
    private Shutdown() {}

    /** Work that fails then fails because its store was closed under it, which is nothing to explain. */
    static boolean underWay() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }
}
