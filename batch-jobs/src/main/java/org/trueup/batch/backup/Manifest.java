package org.trueup.batch.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself. Names of tables and columns hold no spaces and no commas.
 *
 * @param format of the file; a program reads those up to {@link #FORMAT}
 * @param schema number of the last migration of the store
 * @param program version of the program that wrote it
 * @param sequences the number that each gives out next
 */
record Manifest(
        int format, int schema, String program, Instant takenAt, List<TableCopy> tables, Map<String, Long> sequences) {
    static final int FORMAT = 1;

    long rows() {
        return tables.stream().mapToLong(TableCopy::rows).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "format", format);
        line(text, "schema", schema);
        line(text, "program", program);
        line(text, "taken", takenAt);
        tables.forEach(table ->
                line(text, "table", table.name(), table.rows(), table.next(), String.join(",", table.columns())));
        sequences.forEach((name, next) -> line(text, "sequence", name, next));
        return text.toString();
    }

    private static void line(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }

    /** The format of a backup whose other lines may be of a later program. */
    static int formatOf(String text) {
        return Integer.parseInt(text.substring(text.indexOf(' ') + 1, text.indexOf('\n')));
    }

    static Manifest of(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        List<TableCopy> tables = new ArrayList<>();
        Map<String, Long> sequences = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] words = line.split(" ", 5);
            switch (words[0]) {
                case "table" ->
                    tables.add(new TableCopy(
                            words[1],
                            List.of(words[4].split(",")),
                            Long.parseLong(words[2]),
                            Long.parseLong(words[3])));
                case "sequence" -> sequences.put(words[1], Long.parseLong(words[2]));
                default -> said.put(words[0], line.substring(words[0].length()).strip());
            }
        });
        return new Manifest(
                Integer.parseInt(word(said, "format")),
                Integer.parseInt(word(said, "schema")),
                word(said, "program"),
                Instant.parse(word(said, "taken")),
                List.copyOf(tables),
                sequences);
    }

    private static String word(Map<String, String> said, String name) {
        String word = said.get(name);
        if (word == null) {
            throw new BackupException("The backup says nothing of its " + name + ": use another copy of it.");
        }
        return word;
    }
}
