package org.trueup.batch.night;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a night ended.
 *
 * @param reports the folder of its files
 * @param read tenants read; always decided + notDecided
 * @param statuses tenants by status
 * @param rejectedLines lines of the latest feed that could not be taken
 * @param counted what was counted, by what and by where: of one thing everywhere the same
 * @param secondsPerPhase in the order of the phases
 */
public record NightResult(
        LocalDate asOf,
        Path reports,
        long read,
        long decided,
        long notDecided,
        Map<String, Long> statuses,
        long rejectedLines,
        Map<String, Map<String, Long>> counted,
        Map<String, Double> secondsPerPhase) {}
