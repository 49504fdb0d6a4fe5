package org.trueup.server.runs;

import java.util.ArrayList;
import java.util.List;
import org.trueup.batch.night.NightProgress;

/** How far a run is that this server does; told by its threads, asked by others. */
final class LiveRun implements NightProgress {
    private static final int MOST_NOTES = 1_000;
    private static final double NANOS = 1e9;

    private final int number;
    private final List<String> notes = new ArrayList<>();
    private String phase = "Beginning";
    private String unit = "";
    private long total;
    /** By a clock that nobody moves. */
    private long since = System.nanoTime();

    private volatile long done;

    LiveRun(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    public synchronized void phase(String name, String counted, long all) {
        phase = name;
        unit = counted;
        total = all;
        done = 0;
        since = System.nanoTime();
    }

    @Override
    public void reached(long reached) {
        done = reached;
    }

    @Override
    public synchronized void note(String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(sentence);
        }
    }

    synchronized RunProgress now() {
        double seconds = (System.nanoTime() - since) / NANOS;
        return new RunProgress(number, phase, unit, done, total, seconds <= 0 ? 0 : Math.round(done / seconds));
    }

    /** Notes from a number on. */
    synchronized List<String> notes(int from) {
        return List.copyOf(notes.subList(Math.min(from, notes.size()), notes.size()));
    }
}
