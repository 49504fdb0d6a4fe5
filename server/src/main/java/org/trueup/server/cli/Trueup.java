package org.trueup.server.cli;

/** Starts the program. */
public final class Trueup {
    private Trueup() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
