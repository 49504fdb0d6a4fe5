package org.trueup.server.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.server.problem.Refusal;

/**
 * The feeds that a request may name: folders below the one that the setting {@code trueup.feeds} names, and nothing else of
 * this machine.
 */
final class FeedFolders {
    private static final int DEEPEST = 3;
    private static final int MOST = 200;

    private final @Nullable Path root;

    /** @param root none where requests may name no feed */
    FeedFolders(@Nullable Path root) {
        this.root = root;
    }

    /** The folder of a name, for example {@code 2026-11-27} or {@code .} for the configured folder itself. */
    Path find(String name) {
        Path all = root;
        if (all == null) {
            throw Refusal.of(
                    "feed",
                    "This server loads no feeds on request: set trueup.feeds to the folder that they lie in, or leave"
                            + " feed out to decide the facts that are there.");
        }
        try {
            // links are followed before the look, so that none leads out of the folder
            Path whole = all.toRealPath();
            Path found = whole.resolve(name).toRealPath();
            if (found.startsWith(whole) && Files.isDirectory(found)) {
                return found;
            }
        } catch (IOException | InvalidPathException notThere) {
            throw noSuchFeed(name);
        }
        throw noSuchFeed(name);
    }

    private static Refusal noSuchFeed(String name) {
        return Refusal.of("feed", "There is no folder \"%s\" among the feeds of this server.".formatted(name.strip()));
    }

    /** The names of those that hold tenants, by name; the last first, since names are dates as a rule. */
    List<String> names() {
        Path all = root;
        if (all == null || !Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(all, DEEPEST)) {
            return walk.filter(Files::isDirectory)
                    .filter(FeedFolders::isFeed)
                    .map(folder ->
                            folder.equals(all) ? "." : all.relativize(folder).toString())
                    .sorted((one, other) -> other.compareTo(one))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the feeds in " + all + " cannot be listed", e);
        }
    }

    private static boolean isFeed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("tenants"));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
