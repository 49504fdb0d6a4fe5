package org.trueup.batch.feed;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at a feed before it is read, and at what became of its lines afterwards. */
final class FeedCheck {
    private FeedCheck() {}

    /**
     * Reads every header, so that a wrong one is told at once and not after an hour.
     *
     * @throws FeedException when a header cannot be used
     */
    static void headers(FeedRun run) {
        FeedFolder folder = run.folder();
        if (!folder.strangers().isEmpty()) {
            run.note("Passed over, since no file of a feed is named so: %s."
                    .formatted(Sentence.list(folder.strangers())));
        }
        for (FeedFile file : FeedFile.values()) {
            Set<String> unknown = new LinkedHashSet<>();
            folder.partsOf(file).forEach(part -> unknown.addAll(unknownColumns(file, part)));
            if (!unknown.isEmpty()) {
                List<String> titles =
                        unknown.stream().map(title -> "\"" + title + "\"").toList();
                run.note("%s: passed over the unknown %s %s."
                        .formatted(file, titles.size() == 1 ? "column" : "columns", Sentence.list(titles)));
            }
        }
    }

    private static Collection<String> unknownColumns(FeedFile file, Part part) {
        try (PartReader reader = PartReader.open(file, part, passed -> {})) {
            Header header = reader.header();
            return header == null ? List.of() : header.unknown();
        } catch (IOException e) {
            throw part.unreadable(e);
        }
    }

    /**
     * Judges the refused lines of all files.
     *
     * @throws FeedException when a file has too many
     */
    static void rejects(FeedRun run) {
        Stream.of(FeedFile.values())
                .map(file -> run.tally(file).complaint(run.maxRejectPercent()))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(complaint -> {
                    throw new FeedException(complaint);
                });
    }
}
