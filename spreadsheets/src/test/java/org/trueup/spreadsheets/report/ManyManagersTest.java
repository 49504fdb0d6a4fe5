package org.trueup.spreadsheets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyManagersTest {
    @TempDir
    Path reports;

    @Test
    void moreWorkbooksThanAreFilledAtATimeAreTheSame() throws IOException {
        Map<String, byte[]> together = written("together", NightFiles.MOST_BOOKS);
        Map<String, byte[]> apart = written("apart", 5);

        assertThat(apart).hasSize(14).containsOnlyKeys(together.keySet());
        together.forEach((name, bytes) -> assertThat(apart.get(name)).as(name).isEqualTo(bytes));
    }

    private Map<String, byte[]> written(String name, int mostBooks) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ReportFolder folder = ReportFolder.open(reports.resolve(name), "2026-11-30")) {
            new NightFiles(VariedTenants.night(), folder, 1_048_576, mostBooks, ReportProgress.SILENT).write(2);
            try (Stream<Path> all = Files.walk(folder.files()).filter(Files::isRegularFile)) {
                for (Path file : all.toList()) {
                    files.put(folder.files().relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }
}
