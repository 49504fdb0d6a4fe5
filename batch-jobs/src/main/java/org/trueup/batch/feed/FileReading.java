package org.trueup.batch.feed;

import java.io.IOException;
import java.util.List;

/** Reads the parts of one logical file, hands good lines to their taker and keeps the others with the reason. */
final class FileReading {
    private static final int LINES_BETWEEN_REPORTS = 1 << 16;

    private final FeedFile file;
    private final List<Part> parts;
    private final Tally tally;
    private final RejectedLines rejected;
    private final FeedProgress progress;
    private final long bytes;
    private long bytesRead;
    private long lines;

    FileReading(FeedFile file, List<Part> parts, Tally tally, RejectedLines rejected, FeedProgress progress) {
        this.file = file;
        this.parts = parts;
        this.tally = tally;
        this.rejected = rejected;
        this.progress = progress;
        this.bytes = parts.stream().mapToLong(Part::bytes).sum();
    }

    void readAll(LineTaker taker) {
        for (Part part : parts) {
            try (PartReader reader = PartReader.open(file, part, passed -> bytesRead += passed)) {
                Header header = reader.header();
                if (header != null) {
                    read(reader, header, taker);
                }
            } catch (IOException e) {
                throw part.unreadable(e);
            }
        }
        report();
    }

    private void read(PartReader reader, Header header, LineTaker taker) throws IOException {
        Line line = new Line(reader.lines().cells(), header);
        while (reader.lines().next()) {
            String problem = reader.malformed(header);
            if (problem == null) {
                line.begin();
                taker.take(line);
                problem = line.problem();
            }
            if (problem == null) {
                tally.taken();
            } else {
                refuse(reader, problem);
            }
            if (++lines % LINES_BETWEEN_REPORTS == 0) {
                report();
            }
        }
    }

    private void refuse(PartReader reader, String problem) {
        long lineNo = reader.lines().lineNo();
        tally.rejected(reader.part(), lineNo, problem);
        rejected.keep(reader.part().name(), lineNo, reader.lines().raw(), problem);
    }

    private void report() {
        progress.read(file.toString(), lines, bytes == 0 ? 1 : Math.min(1, (double) bytesRead / bytes));
    }
}
