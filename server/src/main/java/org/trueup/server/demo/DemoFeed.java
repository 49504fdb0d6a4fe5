package org.trueup.server.demo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Writes the demo feed: the same arguments give the same bytes. */
public final class DemoFeed {
    /** Above this many tenants the feed tells fewer days of each account, and activity comes in gzipped parts. */
    static final int LARGE = 5_000;

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 21);

    private DemoFeed() {}

    /**
     * What a feed holds.
     *
     * @param lines lines by file without headers, bad ones too; the parts of activity together
     */
    public record Contents(int tenants, Map<String, Long> lines) {}

    /** How many tenants a feed has at least: the named ones are always in it. */
    public static int fewestTenants() {
        return examples(new Season(ANY_DAY, false), new Names(), 0).size();
    }

    /** As {@link #write(Path, int, LocalDate, IntConsumer)}, telling nobody how far it is. */
    public static Contents write(Path folder, int tenants, LocalDate asOf) throws IOException {
        return write(folder, tenants, asOf, written -> {});
    }

    /**
     * Writes a feed in constant memory, in place of an earlier one in the same folder.
     *
     * @param folder is made when it is not there
     * @param tenants all tenants, the named ones counted in; bad lines make no tenant
     * @param asOf the date that everything is laid around
     * @param written told the number of tenants written so far, from time to time
     * @throws IllegalArgumentException when there are fewer tenants than {@link #fewestTenants()}
     */
    public static Contents write(Path folder, int tenants, LocalDate asOf, IntConsumer written) throws IOException {
        Season season = new Season(asOf, tenants > LARGE);
        Names names = new Names();
        Companies companies = new Companies(season, names, tenants);
        List<DemoTenant> examples = Examples.all(season, names, companies);
        if (tenants < examples.size()) {
            throw new IllegalArgumentException("a demo feed has at least " + examples.size() + " tenants");
        }
        Files.createDirectories(folder);
        deleteEarlierFeed(folder);
        try (FeedFolder feed = new FeedFolder(folder, tenants > LARGE)) {
            for (DemoTenant example : examples) {
                feed.write(example);
            }
            for (int number = examples.size() + 1; number <= tenants; number++) {
                feed.write(companies.company(number));
                if (number % 500 == 0) {
                    written.accept(number);
                }
            }
            feed.writeBadLines();
            written.accept(tenants);
            return new Contents(tenants, feed.lines());
        }
    }

    private static List<DemoTenant> examples(Season season, Names names, int tenants) {
        return Examples.all(season, names, new Companies(season, names, tenants));
    }

    /** A smaller feed has fewer parts: those of a larger one must not stay beside it. */
    private static void deleteEarlierFeed(Path folder) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "activity*.csv{,.gz}")) {
            for (Path file : earlier) {
                Files.delete(file);
            }
        }
    }
}
