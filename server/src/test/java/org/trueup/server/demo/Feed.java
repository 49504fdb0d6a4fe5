package org.trueup.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads a feed folder back, by the letter of RFC 4180 and not by the code that wrote it. */
final class Feed {
    private final Path folder;

    Feed(Path folder) {
        this.folder = folder;
    }

    /** The rows of a file and its parts, by column; empty cells are left out. */
    List<Map<String, String>> rows(String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : files(table)) {
            List<String> lines = text(file).lines().toList();
            List<String> header = cells(lines.get(0));
            for (String line : lines.subList(1, lines.size())) {
                rows.add(row(header, cells(line), line));
            }
        }
        return rows;
    }

    /** The rows of one tenant. */
    List<Map<String, String>> rows(String table, String tenant) throws IOException {
        return rows(table).stream()
                .filter(row -> tenant.equals(row.get("tenant_id")))
                .toList();
    }

    List<String> lines(String file) throws IOException {
        return text(folder.resolve(file)).lines().toList();
    }

    List<Path> files(String table) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(table))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> row(List<String> header, List<String> cells, String line) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(cells.size() + " cells instead of " + header.size() + ": " + line);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(header.get(i), cells.get(i));
            }
        }
        return row;
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
