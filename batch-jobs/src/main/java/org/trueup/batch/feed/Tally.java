package org.trueup.batch.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What became of the lines of one logical file so far. */
final class Tally {
    /** So few bad lines never stop a feed, however short the file. */
    static final int ALWAYS_ALLOWED = 10;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FeedFile file;
    private long taken;
    private long rejected;
    private @Nullable String first;

    Tally(FeedFile file) {
        this.file = file;
    }

    void taken() {
        taken++;
    }

    /** Counts a refused line. */
    void rejected(Part part, long lineNo, String reason) {
        rejected++;
        if (first == null) {
            String where = part.name().equals(file.toString()) ? "" : part.name() + " ";
            first = "%sline %d: %s".formatted(where, lineNo, reason);
        }
    }

    FileCount count() {
        return new FileCount(file.toString(), taken + rejected, taken, rejected);
    }

    /** Says why the file has too many bad lines, or nothing when it has not. */
    @Nullable
    String complaint(BigDecimal maxRejectPercent) {
        BigDecimal read = BigDecimal.valueOf(taken + rejected);
        BigDecimal hundredfold = BigDecimal.valueOf(rejected).multiply(HUNDRED);
        if (rejected <= ALWAYS_ALLOWED || hundredfold.compareTo(maxRejectPercent.multiply(read)) <= 0) {
            return null;
        }
        // rounded up, so that it never reads as no more than what is allowed
        BigDecimal percent = hundredfold.divide(read, 2, RoundingMode.UP);
        return "%s: %,d of %,d lines (%s %%) cannot be taken, more than the %s %% allowed; the first: %s; nothing was changed."
                .formatted(file, rejected, taken + rejected, plain(percent), plain(maxRejectPercent), first);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
