package org.trueup.server.cli;

import java.util.concurrent.Callable;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trueup rollback}: the workbook of an earlier version becomes the next one. */
@Command(
        name = "rollback",
        description = {
            "Bring back the workbook of an earlier version: it is published again, as a version of its own.",
            "Nothing is taken away: the versions in between stay, and decide the days before the date given here."
        },
        footer = {
            "",
            "Example: trueup rollback plecto 3 --effective 2026-12-10 --author \"Ada Lind\""
                    + " --approved-by \"Bo Ek\" --note \"The new prices were wrong\""
        })
final class RollbackCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "VENDOR",
            converter = VendorName.class,
            description = "The vendor's name as in the feed, for example plecto.")
    private String vendor = "";

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            converter = VersionNumber.class,
            description = "The number of the version to bring back; \"trueup versions VENDOR\" lists them.")
    private Integer version = 0;

    @Mixin
    private PublicationOptions said = new PublicationOptions();

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Vendor of = new Vendor(vendor);
        Publication publication = said.of(of, spec.commandLine());
        try (Policies policies = surroundings.policies().open(options.existingStore(), options.verbose())) {
            PolicyVersion to = KeptVersion.of(policies, of, version);
            // what was taken then may be refused by the check of today
            String name = "version " + version + " of " + vendor;
            if (!new Gate(surroundings).lets(of, policies.workbook(to), name, "rolled back")) {
                return 1;
            }
            tell(policies.rollBack(publication, to), policies);
        }
        return 0;
    }

    private void tell(PolicyVersion published, Policies policies) {
        surroundings
                .out()
                .println("Version " + version + " of " + vendor + " is back as version " + published.version()
                        + ", in force from " + published.effectiveOn() + ".");
        new PublishedText(published, policies).tell(surroundings.out(), options.again());
    }
}
