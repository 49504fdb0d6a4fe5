package org.trueup.server.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.trueup.batch.night.NightProgress;

/**
 * Shows how far long work is: on a terminal in one line that rewrites itself, in a log with a line every few seconds.
 * A finished phase leaves one line behind in both. Closing it ends the last phase; work that failed leaves no line.
 */
final class ProgressLine implements NightProgress, AutoCloseable {
    private static final long TERMINAL_PAUSE = 200_000_000L;
    private static final long LOG_PAUSE = 5_000_000_000L;
    private static final int WIDTH = 79;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String phase = "";
    private String unit = "";
    private long total;
    private long done;
    private long begun;
    private long shown;
    private int shownLength;

    /** @param nanoTime a clock in nanoseconds from any start */
    ProgressLine(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void phase(String name, String counted, long howMany) {
        endPhase();
        phase = name;
        unit = counted;
        total = howMany;
        done = 0;
        begun = nanoTime.getAsLong();
        shown = begun;
        if (terminal) {
            rewrite(name + " ...");
        }
    }

    @Override
    public synchronized void reached(long soFar) {
        done = Math.max(done, soFar);
        long now = nanoTime.getAsLong();
        if (phase.isEmpty() || now - shown < (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
            return;
        }
        shown = now;
        String text = running((now - begun) / 1e9);
        if (terminal) {
            rewrite(text);
        } else {
            out.println(text);
            out.flush();
        }
    }

    @Override
    public synchronized void note(String sentence) {
        clear();
        out.println("Note: " + sentence);
        out.flush();
    }

    /** Forgets the phase that did not end well, so that the next line starts at the left. */
    synchronized void abandon() {
        clear();
        phase = "";
    }

    @Override
    public synchronized void close() {
        endPhase();
    }

    private void endPhase() {
        if (phase.isEmpty()) {
            return;
        }
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        clear();
        out.println(phase + ": " + (done > 0 ? Figures.count(done, unit) + " in " : "") + Figures.seconds(seconds));
        out.flush();
        phase = "";
    }

    private String running(double seconds) {
        double rate = done / seconds;
        StringBuilder text = new StringBuilder(phase).append(": ").append(Figures.count(done));
        if (total > 0) {
            text.append(" of ").append(Figures.count(total));
        }
        text.append(' ').append(unit);
        if (total > 0) {
            text.append(" (").append(Figures.share(done, total)).append(')');
        }
        text.append(", ").append(Figures.count(Math.round(rate))).append("/s");
        if (total > done && done > 0) {
            text.append(", ").append(Figures.timeLeft((total - done) / rate)).append(" left");
        }
        return text.toString();
    }

    private void rewrite(String text) {
        String fitting = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
        out.print("\r" + fitting + " ".repeat(Math.max(0, shownLength - fitting.length())));
        out.flush();
        shownLength = fitting.length();
    }

    private void clear() {
        if (shownLength > 0) {
            out.print("\r" + " ".repeat(shownLength) + "\r");
            out.flush();
            shownLength = 0;
        }
    }
}
