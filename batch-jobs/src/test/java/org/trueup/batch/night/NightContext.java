package org.trueup.batch.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.feed.FeedJobConfiguration;
import org.trueup.batch.feed.FeedLoader;
import org.trueup.batch.feed.FeedProgress;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.store.StoreConfiguration;
import org.trueup.batch.store.StoreLocation;
import org.trueup.batch.store.TestStore;
import org.trueup.batch.worker.WorkerConfiguration;
import org.trueup.rules.fact.Vendor;

/** Feeds and nights on a test store, through the jobs as they are. */
final class NightContext implements AutoCloseable {
    private final TestStore test;
    private final AnnotationConfigApplicationContext context;

    NightContext() {
        this(Map.of());
    }

    /** @param properties beside those that name the store */
    NightContext(Map<String, Object> properties) {
        this(TestStore.fresh(), properties);
    }

    NightContext(TestStore test, Map<String, Object> properties) {
        this.test = test;
        context = context(test.url(), properties);
    }

    /** The jobs on a store that is there. */
    static AnnotationConfigApplicationContext context(String url, Map<String, ?> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        Map<String, Object> more = new HashMap<>(properties);
        more.put("trueup.database", url);
        more.put("trueup.home", "target/nights");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", more));
        context.register(
                StoreConfiguration.class,
                FeedJobConfiguration.class,
                NightJobConfiguration.class,
                WorkerConfiguration.class);
        context.refresh();
        return context;
    }

    String url() {
        return test.url();
    }

    StoreLocation location() {
        return test.location();
    }

    JdbcClient sql() {
        return context.getBean(JdbcClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Empties the store. */
    void clear() {
        try {
            test.clear();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads files given by name, each a list of lines. */
    void feed(Path folder, Map<String, List<String>> files) {
        write(folder, files);
        load(folder);
    }

    static void write(Path folder, Map<String, List<String>> files) {
        files.forEach((name, lines) -> {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void load(Path folder) {
        context.getBean(FeedLoader.class).load(new FeedRequest(folder, BigDecimal.ONE, FeedProgress.SILENT));
    }

    NightResult night(String asOf, Path reports) {
        return night(asOf, reports, null);
    }

    NightResult night(String asOf, Path reports, @Nullable String vendor) {
        return context.getBean(Nightly.class)
                .run(
                        new NightRequest(
                                LocalDate.parse(asOf),
                                reports,
                                vendor == null ? null : new Vendor(vendor),
                                false,
                                Map.of()),
                        NightProgress.SILENT);
    }

    /** The lines of a file, without the header, that begin with a tenant's id. */
    static List<String> linesOf(String tenant, Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(tenant + ",")).toList();
        }
    }

    @Override
    public void close() {
        context.close();
        test.close();
    }
}
