package org.trueup.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command answers. */
@Command(
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n")
final class HelpOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = 101,
            description = "Show the version.")
    private boolean version;
}
