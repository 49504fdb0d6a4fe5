package org.trueup.server.cli;

import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.NightStopped;
import org.trueup.server.run.NightOrder;
import org.trueup.server.run.Nights;
import org.trueup.server.run.StoreChoice;

/** Opens the store, runs nights in it one after the other, and shows how far they are. */
final class NightWork {
    private final Surroundings surroundings;
    private final StoreChoice store;
    private final boolean verbose;

    NightWork(Surroundings surroundings, StoreChoice store, boolean verbose) {
        this.surroundings = surroundings;
        this.store = store;
        this.verbose = verbose;
    }

    NightResult run(NightOrder request) {
        return run(List.of(request)).get(0);
    }

    /** Tells the outcome of each night but the last, which the caller tells at length. */
    List<NightResult> run(List<NightOrder> requests) {
        return with((nights, progress) -> {
            List<NightResult> summaries = new ArrayList<>(requests.size());
            for (NightOrder request : requests) {
                summaries.add(nights.run(request, progress));
                progress.close();
                if (summaries.size() < requests.size()) {
                    surroundings.out().println(new SummaryText(summaries.get(summaries.size() - 1)).headline());
                }
            }
            return summaries;
        });
    }

    /** Does something in the opened store, and shows how far it is. */
    <T> T with(Work<T> work) {
        ProgressLine progress = new ProgressLine(surroundings.out(), surroundings.terminal(), System::nanoTime);
        boolean whole = false;
        progress.phase("Opening the store", "", 0);
        T done;
        try (Nights nights = surroundings.nights().open(store, verbose)) {
            done = tellWhenStopped(work, nights, progress);
            progress.close();
            whole = true;
        } finally {
            if (!whole) {
                progress.abandon();
            }
        }
        surroundings.out().println();
        return done;
    }

    /** At once, since a program that is being ended by a signal may be gone when its store is closed. */
    private <T> T tellWhenStopped(Work<T> work, Nights nights, ProgressLine progress) {
        try {
            return work.in(nights, progress);
        } catch (NightStopped stopped) {
            progress.abandon();
            surroundings.err().println(stopped.getMessage());
            surroundings.err().flush();
            throw stopped;
        }
    }

    /** What is to be done in the opened store. */
    @FunctionalInterface
    interface Work<T> {
        T in(Nights nights, ProgressLine progress);
    }
}
