package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trueup.rules.fact.Vendor;

/** What the files of a night hold is told, row by row, before they take their place. */
class ReportedRowsTest {
    private static final Vendor PLECTO = new Vendor("plecto");

    @TempDir
    Path reports;

    private static NightOutcome night(Function<ReportedRows, Map<String, Map<String, Long>>> reckoning) {
        MadeUpNight night = VariedTenants.night();
        return (NightOutcome) Proxy.newProxyInstance(
                NightOutcome.class.getClassLoader(),
                new Class<?>[] {NightOutcome.class},
                (proxy, method, arguments) -> method.getName().equals("reckon")
                        ? reckoning.apply((ReportedRows) arguments[0])
                        : method.invoke(night, arguments));
    }

    private Path write(NightOutcome night) {
        return new NightReports().write(night, reports, Map.of(), ReportProgress.SILENT);
    }

    @Test
    void rowsAreCountedByKindOfFileAndVendor() throws IOException {
        List<ReportedRows> told = new ArrayList<>();
        Path folder = write(night(rows -> {
            told.add(rows);
            return Map.of("findings", Map.of("written", 8L));
        }));
        ReportedRows rows = told.get(0);
        assertThat(rows.csvFiles()).containsEntry(PLECTO, new FileRows(3, 2, 4, 2, 4));
        assertThat(rows.vendorsWorkbooks()).containsEntry(PLECTO, new FileRows(3, 2, 4, 0, 0));
        assertThat(rows.accountManagersWorkbooks()).containsEntry(PLECTO, new FileRows(3, 2, 4, 0, 0));
        long lines;
        try (Stream<String> all = Files.lines(folder.resolve("positions.csv"))) {
            // a name of two lines takes two
            lines = all.count() - 2;
        }
        assertThat(rows.csvFiles().values().stream()
                        .mapToLong(FileRows::decided)
                        .sum())
                .isEqualTo(lines);
        assertThat(Files.readString(folder.resolve("summary.json"))).contains("""
                  "reconciliation": {
                    "findings": {
                      "written": 8
                    }
                  },
                """);
    }

    @Test
    void filesThatDoNotAddUpDoNotTakeTheirPlace() throws IOException {
        Path folder = write(night(rows -> Map.of()));
        byte[] before = Files.readAllBytes(folder.resolve("summary.json"));
        assertThatThrownBy(() -> write(night(rows -> {
                    throw new IllegalStateException("7 of 8");
                })))
                .hasMessage("7 of 8");
        assertThat(Files.readAllBytes(folder.resolve("summary.json"))).isEqualTo(before);
        assertThat(reports).isDirectoryNotContaining(left -> !left.equals(folder));
    }
}
