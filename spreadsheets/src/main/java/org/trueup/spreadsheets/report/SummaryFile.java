package org.trueup.spreadsheets.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.Status;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code summary.json} says of a night, in the order of the file.
 *
 * @param feed none when the facts came some other way
 * @param reconciliation what was counted, and where: of one thing everywhere the same
 * @param seconds by phase; nothing else differs between two runs of one night
 */
record SummaryFile(
        LocalDate asOf,
        @Nullable Feed feed,
        Map<String, Integer> policyVersions,
        Count total,
        Map<String, Count> vendors,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<String, Long>> reconciliation,
        Map<String, Double> seconds) {

    private static final Separators AS_PEOPLE_WRITE =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    /** The feed's time is the newest modification time of its files. */
    record Feed(Instant newestFileAt, List<Lines> lines) {}

    record Lines(String file, long read, long taken, long rejected) {}

    /**
     * Tenants read are those decided and those not decided.
     *
     * @param findings by code, the waived ones too
     * @param waived how many of the findings are waived, by code; only of codes that have some
     */
    record Count(
            long read,
            long decided,
            long notDecided,
            Map<Status, Long> statuses,
            Map<String, Long> findings,
            Map<String, Long> waived) {
        static Count of(Tally tally) {
            Map<String, Long> findings = new TreeMap<>();
            Map<String, Long> waived = new TreeMap<>();
            tally.findings().forEach((code, count) -> {
                findings.put(code, count.findings());
                if (count.waived() > 0) {
                    waived.put(code, count.waived());
                }
            });
            return new Count(tally.read(), tally.decided(), tally.notDecided(), tally.statuses(), findings, waived);
        }
    }

    static SummaryFile of(
            NightOutcome night,
            NightTally tally,
            Map<String, Map<String, Long>> reconciliation,
            Map<String, Double> seconds) {
        Map<String, Integer> versions = new TreeMap<>();
        night.policyVersions().forEach((vendor, version) -> versions.put(vendor.name(), version));
        Map<String, Count> vendors = new TreeMap<>();
        for (Vendor vendor : night.vendors()) {
            vendors.put(vendor.name(), Count.of(new Tally()));
        }
        tally.vendors().forEach((vendor, count) -> vendors.put(vendor.name(), Count.of(count)));
        return new SummaryFile(
                night.asOf(),
                night.feed().map(SummaryFile::feed).orElse(null),
                versions,
                Count.of(tally.total()),
                vendors,
                reconciliation,
                seconds);
    }

    void write(Path file) throws IOException {
        DefaultIndenter lineFeeds = new DefaultIndenter("  ", "\n");
        String json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build()
                .writer()
                .with(new DefaultPrettyPrinter(AS_PEOPLE_WRITE)
                        .withObjectIndenter(lineFeeds)
                        .withArrayIndenter(lineFeeds))
                .writeValueAsString(this);
        Files.write(file, (json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Feed feed(NightOutcome.FeedSummary feed) {
        List<Lines> lines = feed.files().stream()
                .map(file -> new Lines(file.file(), file.read(), file.taken(), file.rejected()))
                .toList();
        return new Feed(feed.newestFileAt(), lines);
    }
}
