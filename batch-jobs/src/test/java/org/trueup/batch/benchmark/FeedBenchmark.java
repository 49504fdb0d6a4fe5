package org.trueup.batch.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.feed.FeedResult;

/**
 * Loads a made-up feed, the same feed again and a changed one, and prints what each took. Can be started by itself, with the
 * arguments of {@link NightBenchmark}.
 */
final class FeedBenchmark {
    private final FeedLoader loader;
    private final PrintStream out;

    FeedBenchmark(FeedLoader loader, PrintStream out) {
        this.loader = loader;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        int tenants = Integer.parseInt(args[0]);
        int accounts = Integer.parseInt(args[1]);
        Path folder = Path.of(args[2]).toAbsolutePath();
        MadeUpFeed feed = new MadeUpFeed(tenants, accounts, LocalDate.parse("2026-11-21"));
        Path first = folder.resolve("feed-%d-%d".formatted(tenants, accounts));
        Path changed = folder.resolve("changed-%d-%d".formatted(tenants, accounts));
        System.out.printf(
                "feeds of %,d and %,d lines%n",
                feed.write(first), feed.changed().write(changed));
        try (AnnotationConfigApplicationContext context =
                NightBenchmark.context(folder.resolve("home-%d-%d".formatted(tenants, accounts)))) {
            FeedBenchmark benchmark = new FeedBenchmark(context.getBean(FeedLoader.class), System.out);
            benchmark.tell("feed loaded", first);
            benchmark.tell("same feed again", first);
            benchmark.tell("changed feed", changed);
        }
    }

    /** Loads a feed and tells its lines a second, the processor seconds of this program and of MariaDB, and each step. */
    void tell(String name, Path feed) {
        Memory memory = Memory.watch();
        long began = System.nanoTime();
        double ours = ourSeconds();
        double theirs = theirSeconds();
        FeedResult result = loader.load(new FeedRequest(feed, BigDecimal.ONE, FeedProgress.SILENT));
        double seconds = (System.nanoTime() - began) / 1e9;
        long lines = result.files().stream().mapToLong(file -> file.read()).sum();
        out.printf("%-20s %6.1f s, %,.0f lines a second, %s%n", name, seconds, lines / seconds, memory.told());
        out.printf(
                "  processor          %6.1f s of this program, %.1f s of MariaDB%n",
                ourSeconds() - ours, theirSeconds() - theirs);
        result.steps().forEach((step, taken) -> out.printf("  %-18s %6.1f s%n", step, taken.toMillis() / 1e3));
    }

    private static double ourSeconds() {
        return seconds(Stream.of(ProcessHandle.current()));
    }

    /** An embedded server is a child of this program. */
    private static double theirSeconds() {
        return seconds(ProcessHandle.current().descendants());
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(taken -> taken.toMillis() / 1e3)
                .sum();
    }
}
