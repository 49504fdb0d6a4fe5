package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers on hosts of their own, one of which is cut off. Needs network namespaces; {@code -Dtrueup.namespaces=required} has
 * the test fail where they cannot be made, else it is skipped there.
 */
class CutOffWorkerIT {
    private static final String NIGHT = "2026-11-21";
    private static final int TENANTS = 4_200;
    private static final int RANGE = 600;
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    @BeforeAll
    static void hosts() {
        boolean there = CutOffHost.canBeMade();
        if ("required".equals(System.getProperty("trueup.namespaces"))) {
            assertThat(there)
                    .as("network namespaces can be made: root and iproute2 are needed")
                    .isTrue();
        }
        assumeTrue(there, "network namespaces cannot be made here: root and iproute2 are needed");
    }

    @Test
    void othersFinishWhatAWorkerThatIsCutOffHasAndItChangesNothingWhenItIsBack() throws Exception {
        try (NightContext context =
                new NightContext(Map.of("trueup.range.tenants-at-least", Integer.toString(RANGE)))) {
            PlectoFeed.write(folder.resolve("feed"), TENANTS);
            context.load(folder.resolve("feed"));
            context.night(NIGHT, folder.resolve("once"));
            SortedMap<String, String> byOneProcess = NightFolder.contents(folder.resolve("once"));
            context.clear();
            context.load(folder.resolve("feed"));
            int port = port(context.url());
            Path reports = folder.resolve("reports");
            try (CutOffHost near = CutOffHost.make(1, port);
                    CutOffHost far = CutOffHost.make(2, port);
                    OtherProgram cutOff = WorkerProgram.start(
                            far.command(), far.url(context.url()) + "&socketTimeout=10000", 1, "linger");
                    OtherProgram other =
                            WorkerProgram.start(near.command(), near.url(context.url()), 1_000_000, "linger")) {
                cutOff.await("ready");
                other.await("ready");
                try (OtherProgram night =
                        NightProgram.start(context.url(), reports, NIGHT, RANGE, "Deciding", 1, "linger")) {
                    night.await(Ending.HERE);
                    cutOff.await(Ending.HERE);
                    far.cut();
                    assertThat(night.end()).contains("ended");
                }
                assertThat(NightFolder.contents(reports)).isEqualTo(byOneProcess);
                assertThat(context.sql()
                                .sql("SELECT MAX(times) FROM range_claim")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(2);
                far.mend();
                cutOff.await("Left tenants");
                cutOff.terminate();
                cutOff.end();
                assertThat(cutOff.exitCode()).isZero();
            }
            assertThat(context.sql()
                            .sql("SELECT COUNT(*), COUNT(DISTINCT tenant_no) FROM assessment")
                            .query((row, number) -> row.getInt(1) + " " + row.getInt(2))
                            .single())
                    .isEqualTo(TENANTS + " " + TENANTS);
            assertThat(context.bean(PastReports.class)
                            .write(LocalDate.parse(NIGHT), folder.resolve("again"), NightProgress.SILENT))
                    .exists();
            assertThat(NightFolder.contents(folder.resolve("again"))).isEqualTo(byOneProcess);
        }
    }

    private static int port(String url) {
        Matcher matcher = PORT.matcher(url);
        if (!matcher.find()) {
            throw new IllegalStateException("the test store listens on 127.0.0.1");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
