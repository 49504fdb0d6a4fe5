package org.trueup.server.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a night went.
 *
 * @param reports the night's own folder, with its workbooks in it
 * @param read tenants read; decided and not decided together
 * @param statuses tenants by the name of their status; one that no tenant has may be left out
 * @param rejectedLines feed lines that could not be taken
 * @param secondsPerPhase in the order in which the phases ran
 */
public record NightSummary(
        LocalDate asOf,
        Path reports,
        long read,
        long decided,
        long notDecided,
        Map<String, Long> statuses,
        long rejectedLines,
        Map<String, Double> secondsPerPhase) {}
