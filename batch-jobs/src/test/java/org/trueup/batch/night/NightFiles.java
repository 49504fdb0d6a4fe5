package org.trueup.batch.night;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the CSV files of nights, as people would look it up: by tenant and column. */
record NightFiles(Path reports) {

    /** The cells of a tenant's one line, in the order of the columns asked for, separated by {@code |}. */
    String line(String asOf, String file, String tenant, String... columns) throws IOException {
        List<String> lines = lines(asOf, file, tenant, columns);
        if (lines.size() != 1) {
            throw new AssertionError(lines.size() + " lines of " + tenant + " in " + file + " of " + asOf);
        }
        return lines.get(0);
    }

    /** The cells of a tenant's lines, in the order of the columns asked for, separated by {@code |}. */
    List<String> lines(String asOf, String file, String tenant, String... columns) throws IOException {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(reports.resolve(asOf).resolve(file))) {
            return csv.stream()
                    .filter(line -> line.getField("tenant_id").equals(tenant))
                    .map(line -> Arrays.stream(columns).map(line::getField).collect(Collectors.joining("|")))
                    .toList();
        }
    }

    /** Every file of a night by its name, as a number; of the summary without the seconds, which alone may differ. */
    static Map<String, Integer> digests(Path night) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(night)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        night.relativize(file).toString(),
                        file.endsWith("summary.json")
                                ? Files.readString(file)
                                        .replaceAll("(?s)\"seconds.*?}", "")
                                        .hashCode()
                                : Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
