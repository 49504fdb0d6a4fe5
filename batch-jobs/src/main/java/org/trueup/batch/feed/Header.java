package org.trueup.batch.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where each column stands in the lines of one part. */
final class Header {
    /** Stands where bytes are no UTF-8. */
    private static final int UNREADABLE = 0xFFFD;

    private final int[] place = new int[Column.values().length];
    private final List<String> unknown = new ArrayList<>();
    private final int width;

    private Header(int width) {
        this.width = width;
        Arrays.fill(place, -1);
    }

    /**
     * Reads a header line.
     *
     * @throws FeedException when a required column is missing or one is there twice
     */
    static Header of(FeedFile file, String part, Cells cells) {
        Header header = new Header(cells.count());
        for (int i = 0; i < cells.count(); i++) {
            String title = cells.text(i).strip();
            Column column = Column.titled(title);
            if (column == null || !file.has(column)) {
                header.unknown.add(title);
            } else if (header.place[column.ordinal()] >= 0) {
                throw new FeedException("%s has the column %s twice; rename or remove one.".formatted(part, column));
            } else {
                header.place[column.ordinal()] = i;
            }
        }
        List<Column> missing =
                file.required().stream().filter(column -> !header.has(column)).toList();
        if (!missing.isEmpty()) {
            throw new FeedException("%s lacks the %s %s in its header line%s."
                    .formatted(
                            part,
                            missing.size() == 1 ? "column" : "columns",
                            Sentence.list(missing),
                            otherKind(cells)));
        }
        return header;
    }

    /** What a header is that lacks columns, where that can be told; it ends the sentence. */
    private static String otherKind(Cells cells) {
        for (int i = 0; i < cells.count(); i++) {
            if (!isReadable(cells.text(i))) {
                return ": it is not text in UTF-8";
            }
        }
        String line = cells.count() == 1 ? cells.text(0) : "";
        if (line.contains(";") || line.contains("\t")) {
            return ": cells are separated by commas, not by " + (line.contains(";") ? "semicolons" : "tabs");
        }
        return "";
    }

    private static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(point -> point == '\t' || !Character.isISOControl(point) && point != UNREADABLE);
    }

    boolean has(Column column) {
        return place[column.ordinal()] >= 0;
    }

    /** Index of the column's cell in a line, -1 when the part has no such column. */
    int place(Column column) {
        return place[column.ordinal()];
    }

    /** Cells that each line must have. */
    int width() {
        return width;
    }

    /** Titles that this kind of file does not know, in order. */
    List<String> unknown() {
        return unknown;
    }
}
