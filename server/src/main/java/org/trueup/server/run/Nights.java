package org.trueup.server.run;

import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightResult;

/** An open store in which nights can be run, one after the other. Closing it closes the store. */
public interface Nights extends AutoCloseable {

    /**
     * Loads the feed, if there is one, evaluates every tenant and writes the reports.
     *
     * @param progress told how far the night is, by any thread
     * @throws RuntimeException when the night fails; its message is one sentence for people where one of our modules
     *     says why
     */
    NightResult run(NightOrder request, NightProgress progress);

    @Override
    void close();
}
