package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
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

/** {@code trueup publish}: a workbook becomes its vendor's next policy version. */
@Command(
        name = "publish",
        description = {
            "Check a policy workbook and keep it as its vendor's next version.",
            "The file's name says which vendor: acme.xlsx is the policy of acme. A vendor needs nothing else to be new."
        },
        footer = {
            "",
            "Example: trueup publish acme.xlsx --effective 2026-12-01 --author \"Ada Lind\""
                    + " --approved-by \"Bo Ek\" --note \"First version\""
        })
final class PublishCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "WORKBOOK", description = "The workbook, named as the vendor is named in the feed.")
    private Path workbook = Path.of("");

    @Mixin
    private PublicationOptions said = new PublicationOptions();

    @Mixin
    private StoreOptions options = new StoreOptions();

    @Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        PolicyFile file = new PolicyFile(workbook);
        Vendor vendor = file.vendor(spec.commandLine());
        Publication publication = said.of(vendor, spec.commandLine());
        byte[] content = file.read();
        // looked at before any store is opened
        if (!new Gate(surroundings).lets(vendor, content, workbook.toString(), "published")) {
            return 1;
        }
        try (Policies policies = surroundings.policies().open(options.store(), options.verbose())) {
            PolicyVersion published = policies.publish(publication, content);
            surroundings
                    .out()
                    .println("Published " + file.name() + " as version " + published.version() + " of "
                            + published.vendor() + ", in force from " + published.effectiveOn() + ".");
            if (published.version() == 1) {
                // a copy under another name is a slip that nothing else would show before the next night
                surroundings
                        .out()
                        .println(
                                published.vendor()
                                        + " is a new vendor: a workbook is the policy of the vendor that its file is named after.");
            }
            new PublishedText(published, policies).tell(surroundings.out(), options.again());
        }
        return 0;
    }
}
