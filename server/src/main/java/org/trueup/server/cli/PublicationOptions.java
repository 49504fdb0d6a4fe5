package org.trueup.server.cli;

import java.time.LocalDate;
import org.trueup.batch.store.Publication;
import org.trueup.rules.fact.Vendor;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What people say when they publish a policy or roll it back. */
final class PublicationOptions {
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

    /** All of it; one person in both places is wrong usage of the command. */
    Publication of(Vendor vendor, CommandLine command) {
        if (!Publication.isByTwo(author, approver)) {
            throw new ParameterException(
                    command, "--author and --approved-by are both \"" + approver + "\"; a policy needs two people.");
        }
        return new Publication(vendor, effective, author, approver, note);
    }
}
