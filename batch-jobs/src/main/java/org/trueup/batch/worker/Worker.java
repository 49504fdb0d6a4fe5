package org.trueup.batch.worker;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;
import org.trueup.batch.night.NightRange;
import org.trueup.batch.range.RangeWork;
import org.trueup.batch.range.Ranges;

/** Does ranges of nights until the program is stopped, and says in plain lines what it does. */
public final class Worker implements SmartLifecycle {
    private final Ranges ranges;
    private @Nullable RangeWork work;
    private volatile boolean running;

    Worker(Ranges ranges) {
        this.ranges = ranges;
    }

    /** Works until the program is stopped. */
    public void run(int threads, Consumer<String> lines) throws InterruptedException {
        RangeWork begun = ranges.work(threads, new Lines(lines));
        synchronized (this) {
            work = begun;
        }
        if (running) {
            begun.run();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Gives back what is being done, and waits until it is. */
    @Override
    public void stop() {
        running = false;
        RangeWork under;
        synchronized (this) {
            under = work;
        }
        try {
            if (under != null) {
                under.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** Says what happens to ranges, for people. */
    private record Lines(Consumer<String> out) implements RangeWork.Told {

        @Override
        public void begun(StepExecution range) {
            say("Deciding " + NightRange.words(range) + ".");
        }

        @Override
        public void ended(StepExecution range) {
            switch (range.getStatus()) {
                case COMPLETED -> say("Decided " + NightRange.words(range) + took(range) + ".");
                case STOPPED -> say("Gave back " + NightRange.words(range) + ".");
                default -> say("Left " + NightRange.words(range) + " to others" + why(range) + ".");
            }
        }

        private static String took(StepExecution range) {
            LocalDateTime began = range.getStartTime();
            LocalDateTime ended = range.getEndTime();
            return began == null || ended == null
                    ? ""
                    : String.format(
                            Locale.ENGLISH,
                            ", in %.1f s",
                            Duration.between(began, ended).toMillis() / 1_000.0);
        }

        private static String why(StepExecution range) {
            Throwable cause = range.getFailureExceptions().isEmpty()
                    ? null
                    : range.getFailureExceptions().get(0);
            while (cause != null && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause == null
                    ? ""
                    : ", since it failed here: "
                            + String.valueOf(cause.getMessage()).strip();
        }

        @Override
        public void otherProgram(String asOf) {
            say("The night of " + asOf
                    + " is run by another build of Trueup, and answers of two builds are never mixed: its"
                    + " ranges are left to others; start this worker with the same jar as the night.");
        }

        @Override
        public void database(boolean there, String why) {
            say(
                    there
                            ? "The database is back."
                            : "The database cannot be reached and is tried again until it can: " + why);
        }

        private void say(String sentence) {
            out.accept(sentence.replaceAll("\\s+", " ").replaceAll("\\.\\.$", "."));
        }
    }
}
