package org.trueup.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells under each other, for people. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    TextTable(String... headings) {
        lines.add(List.of(headings));
    }

    /** @param cells as many as there are headings; line breaks in them become spaces */
    void line(String... cells) {
        if (cells.length != lines.get(0).size()) {
            throw new IllegalArgumentException(cells.length + " cells");
        }
        lines.add(List.of(cells).stream()
                .map(cell -> cell.strip().replaceAll("\\s+", " "))
                .toList());
    }

    void print(PrintWriter out) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        lines.forEach(line -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        });
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - width(line.get(i))))
                        .append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
