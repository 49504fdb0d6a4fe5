package org.trueup.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();
    private long nanos;

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(out, true), terminal, () -> nanos);
    }

    private void secondsPass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }

    @Test
    void aLogGetsALineEveryFiveSecondsAndOneAtTheEnd() {
        try (ProgressLine progress = line(false)) {
            progress.phase("Deciding", "tenants", 100_000);
            secondsPass(2);
            progress.reached(20_000);
            secondsPass(3);
            progress.reached(50_000);
            secondsPass(1);
            progress.reached(60_000);
            secondsPass(4);
            progress.reached(100_000);
        }
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        Deciding: 50,000 of 100,000 tenants (50 %), 10,000/s, 5 s left
                        Deciding: 100,000 of 100,000 tenants (100 %), 10,000/s
                        Deciding: 100,000 tenants in 10.0 s
                        """);
    }

    @Test
    void aTotalThatNobodyKnowsIsLeftOut() {
        try (ProgressLine progress = line(false)) {
            progress.phase("Reading activity.csv", "lines", 0);
            secondsPass(6);
            progress.reached(3_000_000);
        }
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        Reading activity.csv: 3,000,000 lines, 500,000/s
                        Reading activity.csv: 3,000,000 lines in 6.0 s
                        """);
    }

    @Test
    void aPhaseInWhichNothingIsCountedTellsItsSeconds() {
        try (ProgressLine progress = line(false)) {
            progress.phase("Opening the store", "", 0);
            secondsPass(5.8);
            progress.phase("Deciding", "tenants", 1);
            secondsPass(0.25);
            progress.reached(1);
        }
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("Opening the store: 5.8 s\nDeciding: 1 tenant in 0.3 s\n");
    }

    @Test
    void aTerminalsLineRewritesItself() {
        try (ProgressLine progress = line(true)) {
            progress.phase("Deciding", "tenants", 400);
            secondsPass(0.1);
            progress.reached(10);
            secondsPass(1.9);
            progress.reached(100);
            secondsPass(2);
        }
        String running = "Deciding: 100 of 400 tenants (25 %), 50/s, 6 s left";
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("\rDeciding ...\r" + running + "\r" + " ".repeat(running.length())
                        + "\rDeciding: 100 tenants in 4.0 s\n");
    }

    @Test
    void aShorterLineWipesOutALongerOne() {
        ProgressLine progress = line(true);
        progress.phase("Deciding all of them", "tenants", 0);
        progress.abandon();
        assertThat(out.toString()).isEqualTo("\rDeciding all of them ...\r" + " ".repeat(24) + "\r");
    }

    @Test
    void workThatFailedLeavesNoLine() {
        try (ProgressLine progress = line(false)) {
            progress.phase("Deciding", "tenants", 400);
            progress.abandon();
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void waitsAreToldAsAPersonWould() {
        assertThat(Figures.timeLeft(0.2)).isEqualTo("1 s");
        assertThat(Figures.timeLeft(89.4)).isEqualTo("89 s");
        assertThat(Figures.timeLeft(90)).isEqualTo("2 min");
        assertThat(Figures.timeLeft(720)).isEqualTo("12 min");
        assertThat(Figures.timeLeft(12_000)).isEqualTo("3 h 20 min");
    }
}
