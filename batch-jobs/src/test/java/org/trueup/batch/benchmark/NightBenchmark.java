package org.trueup.batch.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.feed.FeedJobConfiguration;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.night.NightJobConfiguration;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.night.NightRequest;
import org.trueup.batch.night.NightResult;
import org.trueup.batch.night.Nightly;
import org.trueup.batch.store.StoreConfiguration;
import org.trueup.rules.fact.Vendor;

/**
 * Makes a feed, loads it, runs two nights, and prints the second beside the floor of the same run; then one vendor again, and the
 * night after that, which looks back on two runs. To be started by Maven's profile {@code benchmark}; arguments are the tenants,
 * the accounts of each and the folder to work in.
 */
final class NightBenchmark {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-20");

    private final int tenants;
    private final int accounts;
    private final Path folder;
    private final PrintStream out;
    private final ProcessorTime processors = new ProcessorTime();

    private NightBenchmark(int tenants, int accounts, Path folder, PrintStream out) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Path.of(args[2]).toAbsolutePath();
        new NightBenchmark(Integer.parseInt(args[0]), Integer.parseInt(args[1]), folder, System.out).run();
    }

    private void run() throws IOException, SQLException {
        out.printf(
                "%,d tenants of %,d accounts each, %d processors%n",
                tenants, accounts, Runtime.getRuntime().availableProcessors());
        Path feed = folder.resolve("feed-%d-%d".formatted(tenants, accounts));
        long[] lines = new long[1];
        double made = seconds(() -> lines[0] = new MadeUpFeed(tenants, accounts, FIRST.plusDays(1)).write(feed));
        out.printf("feed made            %6.1f s, %,d lines%n", made, lines[0]);
        try (AnnotationConfigApplicationContext context =
                context(folder.resolve("home-%d-%d".formatted(tenants, accounts)), processors)) {
            FeedBenchmark loading = new FeedBenchmark(context.getBean(FeedLoader.class), out);
            loading.tell("feed loaded", feed);
            loading.tell("same feed again", feed);
            Nightly nightly = context.getBean(Nightly.class);
            tell("first night", nightly, FIRST, null);
            double night = tell("second night", nightly, FIRST.plusDays(1), null);
            double floor = floor(context);
            out.printf("night / floor        %6.2f%n", night / floor);
            tell("one vendor again", nightly, FIRST.plusDays(1), new Vendor("plecto"));
            tell("night after it", nightly, FIRST.plusDays(2), null);
        }
    }

    /** The beans of feed and night on an embedded store, with what looks at some of them. */
    static AnnotationConfigApplicationContext context(Path home, BeanPostProcessor... looking) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("benchmark", Map.of("trueup.home", home.toString())));
        context.register(StoreConfiguration.class, FeedJobConfiguration.class, NightJobConfiguration.class);
        List.of(looking).forEach(context.getBeanFactory()::addBeanPostProcessor);
        context.refresh();
        return context;
    }

    /** Runs a night and returns its seconds, the feed not counted. */
    private double tell(String name, Nightly nightly, LocalDate asOf, @Nullable Vendor vendor)
            throws IOException, SQLException {
        NightResult[] result = new NightResult[1];
        Memory memory = Memory.watch();
        processors.begin();
        double seconds = seconds(() -> result[0] = nightly.run(
                new NightRequest(asOf, folder.resolve("reports"), vendor, false, Map.of()), NightProgress.SILENT));
        out.printf(
                "%-20s %6.1f s, %,.0f tenants a second, %s%n",
                name, seconds, result[0].read() / seconds, memory.told());
        out.printf("  %s%n", processors.told());
        result[0].secondsPerPhase().forEach((phase, taken) -> out.printf("  %-18s %6.1f s%n", phase, taken));
        return seconds;
    }

    private double floor(AnnotationConfigApplicationContext context) throws IOException, SQLException {
        Floor floor = new Floor(context.getBean(DataSource.class));
        int run = context.getBean(JdbcClient.class)
                .sql("SELECT MAX(run_id) FROM night_run")
                .query(Integer.class)
                .single();
        long[] rows = new long[2];
        double read = seconds(() -> rows[0] = floor.readFacts());
        double write = seconds(() -> rows[1] = floor.writeResults(run));
        Floor.Cells cells =
                Floor.count(folder.resolve("reports").resolve(FIRST.plusDays(1).toString()));
        double workbook = seconds(() -> Floor.writeCells(cells, folder.resolve("floor.xlsx")));
        out.printf("floor                %6.1f s%n", read + write + workbook);
        out.printf("  read               %6.1f s, %,d fact rows%n", read, rows[0]);
        out.printf("  write              %6.1f s, %,d result rows%n", write, rows[1]);
        out.printf("  cells              %6.1f s, %,d cells%n", workbook, cells.texts() + cells.numbers());
        Files.deleteIfExists(folder.resolve("floor.xlsx"));
        return read + write + workbook;
    }

    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static double seconds(Work work) throws IOException, SQLException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
