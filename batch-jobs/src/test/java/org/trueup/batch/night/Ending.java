package org.trueup.batch.night;

import java.nio.file.Files;
import java.nio.file.Path;

/** Lets something happen to a program after so many batches of tenants that it has decided, or written. */
final class Ending implements NightProgress {
    static final String HERE = "here";
    static final String UNTIL = "until ";

    private static final long LONG_MILLIS = 500;
    /** Tenants of a batch at most. */
    private static final int BATCH = 500;

    private final String phase;
    private final String deed;
    private int left;
    private boolean in;
    private long reached = -1;

    /**
     * @param phase in which it happens
     * @param batches after which it happens
     * @param deed {@code die} as by kill -9, {@code linger} from then on, or {@code until} and the path of a file: wait until
     *     it is there
     */
    Ending(String phase, int batches, String deed) {
        this.phase = phase;
        this.left = batches;
        this.deed = deed;
    }

    @Override
    public synchronized void phase(String name, String unit, long total) {
        in = name.equals(phase);
        reached = -1;
    }

    @Override
    public synchronized void reached(long done) {
        if (!in) {
            return;
        }
        long before = reached;
        reached = done;
        if (before < 0) {
            // how far it is when it begins is told too, and is nothing that was done
            return;
        }
        // two batches may be told at once
        left -= (int) Math.max(1, (done - before + BATCH - 1) / BATCH);
        if (left > 0) {
            return;
        }
        System.out.println(HERE);
        if (deed.equals("die")) {
            Runtime.getRuntime().halt(137);
        }
        try {
            do {
                Thread.sleep(LONG_MILLIS);
            } while (deed.startsWith(UNTIL) && !Files.exists(Path.of(deed.substring(UNTIL.length()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void note(String sentence) {
        System.out.println(sentence);
    }
}
