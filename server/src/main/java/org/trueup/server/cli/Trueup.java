package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.trueup.server.run.SpringNights;
import org.trueup.server.run.SpringPolicies;
import org.trueup.server.web.SpringServer;

/** Starts the program. */
public final class Trueup {
    private Trueup() {}

    public static void main(String[] args) {
        Logging.begin(args);
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        Surroundings surroundings = new Surroundings(
                SpringNights::open,
                SpringPolicies::open,
                SpringServer::open,
                Clock.systemUTC(),
                out,
                err,
                Terminal.isAttached());
        System.exit(Commands.run(surroundings, args));
    }
}
