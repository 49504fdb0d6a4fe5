package org.trueup.server.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trueup.batch.night.Withdrawals.Withdrawn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trueup withdraw}: takes a night back that should not have been run. */
@Command(
        name = "withdraw",
        description = {
            "Take a night back that should not have been run, for example one of a mistyped date.",
            "Its results are dropped and count no more; that it was run and withdrawn stays on record.",
            "Facts, policies and other nights stay as they are."
        },
        footer = {"", "Example: trueup withdraw --as-of 2062-11-21"})
final class WithdrawCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            required = true,
            order = 1,
            description = "The date of the night to take back, for example 2062-11-21.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    WithdrawCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        NightWork work = new NightWork(surroundings, options.existingStore(), options.verbose());
        Withdrawn withdrawn = work.with((nights, progress) -> {
            progress.phase("Withdrawing the night of " + asOf, "", 0);
            return nights.withdraw(asOf);
        });
        PrintWriter out = surroundings.out();
        out.println(
                "The night of " + asOf + " counts no more. Its files are where they were written: delete the folder "
                        + asOf + " there, so that nobody reads them.");
        if (withdrawn.mails() > 0) {
            out.println(Figures.count(withdrawn.mails(), "mails") + " about it waited and will not be sent.");
        }
        if (withdrawn.mailsSent() > 0) {
            out.println(Figures.count(withdrawn.mailsSent(), "mails") + " about it had been sent already.");
        }
        if (!withdrawn.later().isEmpty()) {
            out.println(
                    "Later nights were decided while it counted, and may say by it who is over since when. Run them again, in"
                            + " this order: "
                            + withdrawn.later().stream()
                                    .map(LocalDate::toString)
                                    .collect(Collectors.joining(", ")) + ".");
        }
        return 0;
    }
}
