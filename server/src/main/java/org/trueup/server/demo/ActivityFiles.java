package org.trueup.server.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;

/** The activity of a feed: one plain file, or gzipped parts when the feed is large. */
final class ActivityFiles implements Closeable {
    private static final String HEADER = "tenant_id,account_id,at,kind,source";
    private static final long LINES_A_PART = 1_000_000;

    private final Path folder;
    private final boolean inParts;
    private int part = 1;
    private long linesInEarlierParts;
    private CsvFile file;

    ActivityFiles(Path folder, boolean large) throws IOException {
        this.folder = folder;
        this.inParts = large;
        this.file = open();
    }

    /** Writes a line for each active day. */
    void write(String tenantId, Account account, ActiveMonth active, TimeStyle times) throws IOException {
        if (inParts && file.lines() >= LINES_A_PART) {
            nextPart();
        }
        String month = active.month().toString();
        String kind = active.kind() == ActivityKind.LOGIN ? "login" : "registration";
        int spice = account.id().hashCode() * 31 + tenantId.hashCode();
        for (int left = active.days().bits(); left != 0; left &= left - 1) {
            int day = Integer.numberOfTrailingZeros(left) + 1;
            file.text(tenantId).text(account.id());
            times.write(file, active.month(), month, day, spice + day * 97);
            file.text(kind).text(account.source()).end();
        }
    }

    void line(String line) throws IOException {
        file.line(line);
    }

    long lines() {
        return linesInEarlierParts + file.lines();
    }

    private void nextPart() throws IOException {
        file.close();
        linesInEarlierParts += file.lines();
        part++;
        file = open();
    }

    private CsvFile open() throws IOException {
        String name = inParts ? String.format(Locale.ROOT, "activity-%04d.csv.gz", part) : "activity.csv";
        return CsvFile.create(folder.resolve(name), HEADER);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
