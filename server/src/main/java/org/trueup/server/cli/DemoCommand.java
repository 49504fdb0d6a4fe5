package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.feed.FeedRequest;
import org.trueup.batch.night.NightResult;
import org.trueup.server.demo.DemoFeed;
import org.trueup.server.run.NightOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code trueup demo}: two nights on a made-up feed. */
@Command(
        name = "demo",
        description = {
            "Make a feed of made-up tenants, run two nights on it, and say where the reports are.",
            "The vendors' own examples are among the tenants; look for ids with \"-example-\"."
        },
        footer = {"", "Example: trueup demo --tenants 5000"})
final class DemoCommand implements Callable<Integer> {
    /** Before this day of a month too few days have passed to show a month's peaks. */
    private static final int YOUNG_MONTH = 10;

    private final Surroundings surroundings;

    @Option(
            names = "--tenants",
            paramLabel = "N",
            converter = TenantCount.class,
            defaultValue = "1000",
            order = 1,
            description = "How many tenants; default ${DEFAULT-VALUE}.")
    private int tenants;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            order = 2,
            description = "The day of the second night (UTC), for example 2026-11-21; default today, or before the 10th"
                    + " of a month the last day of the month before, as a young month has little to show.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "trueup-reports",
            order = 3,
            description = "Where to write the reports, in folders named by date; default ${DEFAULT-VALUE}.")
    private Path reports = Path.of("trueup-reports");

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        requireEnoughTenants();
        WritableFolder.requireWritable(reports);
        WritableFolder.requireWritable(options.home());
        LocalDate night = asOf == null ? defaultAsOf(LocalDate.now(surroundings.clock())) : asOf;
        Path feed = options.home().resolve("demo-feed");
        writeFeed(feed, night);
        List<NightResult> nights = new NightWork(surroundings, options.store(), options.verbose())
                .run(List.of(request(feed, night.minusDays(1)), request(null, night)));
        new SummaryText(nights.get(1)).lines(null).forEach(surroundings.out()::println);
        return 0;
    }

    /** Today, unless the month is too young. */
    static LocalDate defaultAsOf(LocalDate today) {
        return today.getDayOfMonth() < YOUNG_MONTH ? today.withDayOfMonth(1).minusDays(1) : today;
    }

    private void requireEnoughTenants() {
        int fewest = DemoFeed.fewestTenants();
        if (tenants < fewest) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tenants " + tenants + " is too few: the demo has " + fewest + " named tenants at least.");
        }
    }

    private void writeFeed(Path folder, LocalDate night) throws IOException {
        ProgressLine progress = new ProgressLine(surroundings.out(), surroundings.terminal(), System::nanoTime);
        progress.phase("Writing the demo feed", "tenants", tenants);
        boolean whole = false;
        try {
            DemoFeed.write(folder, tenants, night, progress::reached);
            whole = true;
        } finally {
            if (!whole) {
                progress.abandon();
            }
        }
        progress.close();
        surroundings.out().println("Demo feed: " + folder.toAbsolutePath().normalize());
    }

    /** The facts of the first night are still there for the second. Made-up people have no mailboxes. */
    private NightOrder request(@Nullable Path feed, LocalDate night) {
        return new NightOrder(feed, night, reports, null, FeedRequest.DEFAULT_MAX_REJECT_PERCENT, true);
    }
}
