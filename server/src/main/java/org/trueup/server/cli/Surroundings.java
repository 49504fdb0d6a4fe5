package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.trueup.server.run.NightsOpener;
import org.trueup.server.run.PoliciesOpener;
import org.trueup.server.web.RunningServer;

/**
 * What commands need from outside.
 *
 * @param clock tells which day a demo is about when nobody says
 * @param out for what was asked for
 * @param err for what went wrong
 * @param terminal whether a line of {@code out} can be rewritten
 */
record Surroundings(
        NightsOpener nights,
        PoliciesOpener policies,
        RunningServer.Opener servers,
        Clock clock,
        PrintWriter out,
        PrintWriter err,
        boolean terminal) {}
