package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.terms.Person;
import org.trueup.server.run.Policies;
import org.trueup.spreadsheets.check.CheckReport;
import org.trueup.spreadsheets.check.WorkbookCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            required = true,
            order = 1,
            description =
                    "The first day on which it is in force, in the past or in the future, for example 2026-12-01.")
    private LocalDate effective = LocalDate.EPOCH;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            required = true,
            converter = PersonName.class,
            order = 2,
            description = "Who made it.")
    private String author = "";

    @Option(
            names = "--approved-by",
            paramLabel = "NAME",
            required = true,
            converter = PersonName.class,
            order = 3,
            description = "Who agreed to it; somebody else than the author.")
    private String approver = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            required = true,
            converter = Note.class,
            order = 4,
            description = "What changed, and why.")
    private String note = "";

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
        requireTwoPeople();
        byte[] content = file.read();
        if (!taken(vendor, content)) {
            return 1;
        }
        Publication publication = new Publication(vendor, effective, author, approver, note);
        try (Policies policies = surroundings.policies().open(options.store(), options.verbose())) {
            tell(file, policies.publish(publication, content), policies.versions(vendor));
        }
        return 0;
    }

    private void requireTwoPeople() {
        if (new Person(author).sameAs(new Person(approver))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--author and --approved-by are both \"" + approver + "\"; a policy needs two people.");
        }
    }

    /** Tells everything that is wrong with a workbook; it is looked at before any store is opened. */
    private boolean taken(Vendor vendor, byte[] content) {
        CheckReport report = WorkbookCheck.of(vendor, content);
        report.problems().forEach(surroundings.err()::println);
        if (report.anyError()) {
            surroundings
                    .err()
                    .println(
                            workbook + " has " + Figures.count(report.errors(), "errors") + "; nothing was published.");
            return false;
        }
        // what a night would compile is compiled here first
        report.policy().ifPresent(policy -> policy.checks().prepare());
        return true;
    }

    private void tell(PolicyFile file, PolicyVersion published, List<PolicyVersion> versions) {
        surroundings
                .out()
                .println("Published " + file.name() + " as version " + published.version() + " of " + published.vendor()
                        + ", in force from " + published.effectiveOn() + ".");
        next(published, versions)
                .ifPresent(next -> surroundings
                        .out()
                        .println("From " + next.effectiveOn() + " on, version " + next.version()
                                + " is in force instead, published before."));
    }

    /** Of the versions that become effective later, the one that does first. */
    private static Optional<PolicyVersion> next(PolicyVersion published, List<PolicyVersion> versions) {
        return versions.stream()
                .filter(version -> version.effectiveOn().isAfter(published.effectiveOn()))
                .min(Comparator.comparing(PolicyVersion::effectiveOn)
                        .thenComparing(
                                Comparator.comparing(PolicyVersion::version).reversed()));
    }
}
