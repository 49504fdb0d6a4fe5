package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trueup.batch.store.Store;
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
        AtomicBoolean said = new AtomicBoolean();
        Store.endsWhenSaid(said::get);
        int code = Commands.run(surroundings, args);
        said.set(true);
        System.exit(code);
    }
}
