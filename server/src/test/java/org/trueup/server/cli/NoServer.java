package org.trueup.server.cli;

import org.trueup.server.web.RunningServer;
import org.trueup.server.web.ServerChoice;

/** For tests in which no server may be started. */
final class NoServer {
    private NoServer() {}

    static RunningServer open(ServerChoice choice, boolean verbose) {
        throw new AssertionError("no server is asked for");
    }
}
