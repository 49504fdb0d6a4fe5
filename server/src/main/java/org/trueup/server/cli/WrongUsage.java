package org.trueup.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.server.run.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with the arguments. */
final class WrongUsage {
    private WrongUsage() {}

    /** Says it on standard error and returns the exit code; a bare {@code trueup} gets the whole usage. */
    static int say(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        if (args.length == 0) {
            command.usage(command.getErr());
        } else {
            command.getErr().println(sentence(failure, args));
        }
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), command, name);
        }
        if (failure instanceof MissingParameterException missing) {
            // what is missing may only be misspelled
            return unknownOption(args, command)
                    .map(option -> unknown(option, command, name))
                    .orElseGet(() -> missing(missing, name));
        }
        if (failure instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return option.longestName() + " is given twice; once is enough.";
        }
        if (failure.getCause() instanceof TypeConversionException refusal) {
            String where = failure.getArgSpec() instanceof OptionSpec option ? option.longestName() + " " : "";
            return where + refusal.getMessage() + ".";
        }
        if (failure.getMessage().isEmpty()) {
            return name + " needs a command; \"" + name + " --help\" lists them.";
        }
        return failure.getMessage();
    }

    private static String unknown(String word, CommandLine command, String name) {
        boolean option = word.startsWith("-");
        boolean subcommand = !option && !command.getSubcommands().isEmpty();
        List<String> known = option
                ? longNames(command)
                : new ArrayList<>(command.getSubcommands().keySet());
        String typed = nameOf(word);
        String what = option ? "an option of " + name : subcommand ? "a command of " + name : "understood by " + name;
        String nearest = Spelling.nearest(typed, known);
        String hint = nearest == null ? "\"" + name + " --help\" lists what is" : "did you mean " + nearest + "?";
        return "\"" + typed + "\" is not " + what + "; " + hint + (nearest == null ? "." : "");
    }

    private static Optional<String> unknownOption(String[] args, CommandLine command) {
        Set<String> known = command.getCommandSpec().optionsMap().keySet();
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && !known.contains(nameOf(arg)))
                .findFirst();
    }

    /** The option in {@code --option=value}. */
    private static String nameOf(String word) {
        int value = word.indexOf('=');
        return word.startsWith("-") && value > 0 ? word.substring(0, value) : word;
    }

    private static List<String> longNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String missing(MissingParameterException failure, String name) {
        List<String> needed =
                failure.getMissing().stream().map(WrongUsage::label).toList();
        // what is not there at all; the other messages are about an option without its value
        boolean absent = failure.getMessage().matches("(?s)Missing required (option|parameters?:).*");
        return absent
                ? name + " needs " + listed(needed) + "; \"" + name + " --help\" says more."
                : listed(needed) + " needs a value.";
    }

    private static String listed(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String label(@Nullable ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.longestName() + " " + option.paramLabel();
        }
        return argument == null ? "something more" : argument.paramLabel();
    }
}
