package org.trueup.rules.benchmark;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the engine's benchmarks, each in a program of its own and on one thread, and prints one table. */
final class EngineBenchmark {
    private static final String[] ROWS = {"10", "100", "1000", "10000"};
    private static final String[] ACCOUNTS = {"1", "10", "100", "1000", "10000", "100000"};

    private final PrintStream out;

    private EngineBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws RunnerException {
        new EngineBenchmark(System.out).run();
    }

    private void run() throws RunnerException {
        deciding();
        growth("rows in each sheet", "rows", ROWS, "accounts", "20");
        growth("accounts a tenant", "accounts", ACCOUNTS, "rows", "10");
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options, int warmSeconds) throws RunnerException {
        return new Runner(options.forks(1)
                        .warmupIterations(warmSeconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(1))
                        // one thread decides and collects; what compiles the rules has the other processors
                        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private void deciding() throws RunnerException {
        Map<String, Double> perSecond = new LinkedHashMap<>();
        for (RunResult result : run(new OptionsBuilder().include(named(Deciding.class)), 20)) {
            perSecond.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        double hand = microseconds(perSecond, "writtenByHand");
        double counting = microseconds(perSecond, "counting");
        double rules = microseconds(perSecond, "byRules");
        double months = microseconds(perSecond, "byRulesWithMonths");
        double all = microseconds(perSecond, "byRulesWithMonthsAndWaysBack");
        out.printf(
                "%-52s %12s %12s %10s%n",
                "tenants of 20 accounts, 500 at a time, one core", "a second", "µs each", "by hand");
        line("counting alone", counting, hand);
        line("positions, findings, cells: written by hand", hand, hand);
        line("positions, findings, cells: by the rules", rules, hand);
        line("  and months", months, hand);
        line("  and ways back", all, hand);
        out.printf(
                "shares: counting %.0f %%, rules %.0f %%, months %.0f %%, ways back %.0f %%%n%n",
                100 * counting / all,
                100 * (rules - counting) / all,
                100 * (months - rules) / all,
                100 * (all - months) / all);
    }

    private void line(String what, double microseconds, double hand) {
        out.printf("%-52s %,12.0f %12.2f %9.1f×%n", what, 1e6 / microseconds, microseconds, microseconds / hand);
    }

    private static double microseconds(Map<String, Double> perSecond, String benchmark) {
        Double score = perSecond.get(benchmark);
        if (score == null) {
            throw new IllegalStateException("nothing was measured of " + benchmark);
        }
        return 1e6 / score;
    }

    private void growth(String what, String changing, String[] values, String fixed, String value)
            throws RunnerException {
        out.printf("%-24s %12s %12s %14s%n", what, "a second", "µs each", "µs an account");
        for (String each : values) {
            RunResult result = run(
                            new OptionsBuilder()
                                    .include(named(RowsAndAccounts.class))
                                    .param(changing, each)
                                    .param(fixed, value),
                            12)
                    .iterator()
                    .next();
            int accounts = Integer.parseInt(changing.equals("accounts") ? each : value);
            double tenant = result.getPrimaryResult().getScore() / RowsAndAccounts.batch(accounts);
            out.printf(
                    "%,24d %,12.0f %12.2f %14.3f%n", Integer.parseInt(each), 1e6 / tenant, tenant, tenant / accounts);
        }
        out.println();
    }

    private static String named(Class<?> benchmarks) {
        return benchmarks.getName().replace(".", "\\.") + "\\.";
    }
}
