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

class SameBytesTest {
    @TempDir
    Path reports;

    @Test
    void theSameNightGivesTheSameBytesLater() throws IOException, InterruptedException {
        NightReports writer = new NightReports(1_048_576, 2, () -> 0);
        Map<String, byte[]> first = files(writer.write(VariedTenants.night(), reports, Map.of(), tenants -> {}));
        Thread.sleep(2_100); // zip files hold times in steps of two seconds
        Map<String, byte[]> second = files(writer.write(VariedTenants.night(), reports, Map.of(), tenants -> {}));

        assertThat(second).hasSize(15).containsOnlyKeys(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : all.toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
