package org.trueup.batch.feed;

import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * A folder to load.
 *
 * @param maxRejectPercent 0 to 100; where more than 10 lines and more than this share of a file are bad, nothing is
 *     loaded
 */
public record FeedRequest(Path folder, BigDecimal maxRejectPercent, FeedProgress progress) {
    /** What is allowed unless somebody says otherwise: 1 %. */
    public static final BigDecimal DEFAULT_MAX_REJECT_PERCENT = BigDecimal.ONE;

    public FeedRequest {
        if (maxRejectPercent.signum() < 0 || maxRejectPercent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("the allowed share of bad lines is 0 to 100 %");
        }
    }
}
