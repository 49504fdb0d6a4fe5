package org.trueup.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.trueup.batch.night.NightStopped;
import org.trueup.server.run.SpringCopies;
import org.trueup.server.run.SpringMails;
import org.trueup.server.run.SpringWorkers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** All commands, put together. */
@Command(
        name = "trueup",
        description = {
            "Says for every tenant how many licences it uses, how many it has bought, and what follows.",
            "The rules are in the analysts' workbooks; the results are workbooks too."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "To see it work:    java -jar trueup.jar demo",
            "For one command:   java -jar trueup.jar nightly --help",
            "Exit codes: 0 all went well, 1 the work failed, 2 wrong usage,",
            "130 or 143 stopped by Ctrl+C or a signal."
        })
final class Commands implements Runnable {
    @CommandLine.Mixin
    private HelpOptions help = new HelpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs what the arguments say and returns the exit code. */
    static int run(Surroundings surroundings, String... args) {
        CommandLine line = line(surroundings, args.length == 0 ? "" : args[0]);
        line.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .registerConverter(LocalDate.class, Values::date)
                .registerConverter(Path.class, Values::path)
                .setParameterExceptionHandler(WrongUsage::say)
                .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command, parsed));
        try {
            return line.execute(args);
        } catch (Error e) {
            // picocli handles exceptions only; too little memory is told in a sentence too
            return tell(e, surroundings.err(), List.of(args).contains("--verbose"));
        }
    }

    /** To read the options of all commands takes longer than many a command; so it gets the one that is asked for. */
    private static CommandLine line(Surroundings surroundings, String asked) {
        CommandLine line = new CommandLine(new Commands());
        Map<String, Supplier<Callable<Integer>>> commands = commands(surroundings);
        commands.forEach((name, command) -> {
            if (name.equals(asked) || !commands.containsKey(asked)) {
                line.addSubcommand(command.get());
            }
        });
        return line;
    }

    /** In the order in which the help lists them. */
    static Map<String, Supplier<Callable<Integer>>> commands(Surroundings surroundings) {
        Map<String, Supplier<Callable<Integer>>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(surroundings));
        commands.put("nightly", () -> new NightlyCommand(surroundings));
        commands.put("report", () -> new ReportCommand(surroundings));
        commands.put("withdraw", () -> new WithdrawCommand(surroundings));
        commands.put("mail", () -> new MailCommand(surroundings.out(), SpringMails::open));
        commands.put("worker", () -> new WorkerCommand(surroundings.out(), surroundings.clock(), SpringWorkers::open));
        commands.put("serve", () -> new ServeCommand(surroundings));
        commands.put("new-policy", () -> new NewPolicyCommand(surroundings));
        commands.put("check", () -> new CheckCommand(surroundings));
        commands.put("diff", () -> new DiffCommand(surroundings));
        commands.put("what-if", () -> new WhatIfCommand(surroundings));
        commands.put("publish", () -> new PublishCommand(surroundings));
        commands.put("rollback", () -> new RollbackCommand(surroundings));
        commands.put("versions", () -> new VersionsCommand(surroundings));
        commands.put("backup", () -> new BackupCommand(surroundings, SpringCopies::open));
        commands.put("restore", () -> new RestoreCommand(surroundings, SpringCopies::open));
        return commands;
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "");
    }

    private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return tell(failure, command.getErr(), last.hasMatchedOption("--verbose"));
    }

    private static int tell(Throwable failure, PrintWriter err, boolean verbose) {
        // a night that was stopped has said so already
        if (!(failure instanceof NightStopped)) {
            err.println(
                    Shutdown.underWay()
                            ? "Stopped before the end; what was stored and written before is as it was. Run the same command"
                                    + " again."
                            : FailureSentence.of(failure));
        }
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
