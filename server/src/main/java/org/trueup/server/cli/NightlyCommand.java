package org.trueup.server.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.night.NightResult;
import org.trueup.server.run.NightOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trueup nightly}: one night. */
@Command(
        name = "nightly",
        description = {
            "Load the feed, decide every tenant as of a date, and write the reports.",
            "The same date again replaces that date's results; a night that was stopped or killed",
            "in the middle goes on where it was."
        },
        footer = {"", "Example: trueup nightly --feed ./feed --as-of 2026-11-21 --reports ./trueup-reports"})
final class NightlyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--feed",
            paramLabel = "DIR",
            order = 1,
            description = "Folder of CSV files; without it the facts of earlier feeds are used.")
    private @Nullable Path feed;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            order = 2,
            description = "The day to decide for (UTC), for example 2026-11-21.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "trueup-reports",
            order = 3,
            description = "Where to write the reports, in a folder named by the date; default ${DEFAULT-VALUE}.")
    private Path reports = Path.of("trueup-reports");

    @Option(
            names = "--vendor",
            paramLabel = "V",
            converter = VendorName.class,
            order = 4,
            description = "Decide the tenants of this vendor only, for example plecto.")
    private @Nullable String vendor;

    @Option(
            names = "--max-rejects",
            paramLabel = "P",
            converter = Percent.class,
            order = 5,
            description = "Stop when more than 10 lines and more than P percent of a feed file are bad;"
                    + " default ${DEFAULT-VALUE}.")
    private BigDecimal maxRejects = FeedRequest.DEFAULT_MAX_REJECT_PERCENT;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    NightlyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        WritableFolder.requireWritable(reports);
        NightOrder request = new NightOrder(feed, asOf, reports, vendor, maxRejects);
        NightResult summary = new NightWork(surroundings, options.store(), options.verbose()).run(request);
        new SummaryText(summary).lines(vendor).forEach(surroundings.out()::println);
        return 0;
    }
}
