package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightResult;
import org.trueup.rules.outcome.Status;

/** A night in a few lines: what came out, how long it took, which file to open first. */
final class SummaryText {
    /** Seconds; a shorter phase is only in the sum. */
    private static final double WORTH_TELLING = 0.05;

    /** What people ask for; more is in summary.json. */
    private static final List<String> SUMS = List.of("feed_lines", "tenants", "findings", "months", "users");

    private final NightResult night;

    SummaryText(NightResult night) {
        this.night = night;
    }

    /** One line. */
    String headline() {
        return "Night of " + night.asOf() + ": " + Figures.count(night.read(), "tenants") + " read, "
                + Figures.count(night.decided()) + " decided, " + Figures.count(night.notDecided()) + " not decided.";
    }

    /** @param vendor the only vendor of the night; none when there may be more */
    List<String> lines(@Nullable String vendor) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        lines.add("");
        statuses()
                .forEach((label, tenants) -> lines.add(String.format(
                        Locale.ROOT, "  %-22s %,9d   %4s", label, tenants, Figures.share(tenants, night.decided()))));
        if (night.notDecided() > 0) {
            lines.add("  " + Figures.count(night.notDecided(), "tenants") + " without a position: the sheet Not decided"
                    + " says why.");
        }
        if (night.rejectedLines() > 0) {
            lines.add("  " + Figures.count(night.rejectedLines(), "feed lines")
                    + " could not be taken: they are there too.");
        }
        if (!night.counted().isEmpty()) {
            lines.add("  It adds up: " + sums() + ", each the same wherever it was counted.");
        }
        lines.add("");
        lines.add("Time: " + times());
        lines.add("Reports: " + shown(night.reports()));
        Path first = openFirst(vendor);
        if (first != null) {
            lines.add("Open first: " + shown(first));
        }
        return lines;
    }

    /** For example {@code 1,000 tenants, 2,345 findings, 12,000 months, 20,000 users}. */
    private String sums() {
        return SUMS.stream()
                .filter(night.counted()::containsKey)
                .map(thing -> Figures.count(
                        night.counted().get(thing).values().iterator().next(), thing.replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }

    /** By status from good to bad, in words; a status unknown here comes last under its own name. */
    private Map<String, Long> statuses() {
        Map<String, Long> left = new LinkedHashMap<>(night.statuses());
        Map<String, Long> labelled = new LinkedHashMap<>();
        for (Status status : Status.values()) {
            Long tenants = left.remove(status.name());
            if (tenants != null) {
                labelled.put(label(status), tenants);
            }
        }
        labelled.putAll(left);
        return labelled;
    }

    private static String label(Status status) {
        return switch (status) {
            case COMPLIANT -> "compliant";
            case AT_LIMIT -> "at the limit";
            case WARNING -> "over, warned";
            case OVERAGE -> "over, with overage";
            case GRACE -> "over, in grace";
            case BLOCKED -> "over, blocked";
        };
    }

    private String times() {
        double all = night.secondsPerPhase().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        String phases = night.secondsPerPhase().entrySet().stream()
                .filter(phase -> phase.getValue() >= WORTH_TELLING)
                .map(phase -> phase.getKey() + " " + Figures.seconds(phase.getValue()))
                .collect(Collectors.joining(", "));
        return phases.isEmpty() ? Figures.seconds(all) : phases + "; " + Figures.seconds(all) + " in all";
    }

    /** The vendor's workbook; of several the largest, as it has most to say. */
    private @Nullable Path openFirst(@Nullable String vendor) throws IOException {
        Path first = null;
        long largest = -1;
        String names = vendor == null ? "*.xlsx" : vendor + ".xlsx";
        if (!Files.isDirectory(night.reports())) {
            return null;
        }
        try (DirectoryStream<Path> workbooks = Files.newDirectoryStream(night.reports(), names)) {
            for (Path workbook : workbooks) {
                if (Files.size(workbook) > largest) {
                    largest = Files.size(workbook);
                    first = workbook;
                }
            }
        }
        return first;
    }

    private static String shown(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
