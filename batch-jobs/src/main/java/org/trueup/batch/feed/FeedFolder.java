package org.trueup.batch.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a feed's folder: the parts of each file in the order of their numbers.
 *
 * @param newest modification time of the newest part, in whole seconds
 * @param strangers names that end like a feed's file and are none
 */
record FeedFolder(Path path, Map<FeedFile, List<Part>> parts, Instant newest, List<String> strangers) {
    private static final Pattern NAME = Pattern.compile("([a-z_]+)(?:-(\\d{1,18}))?\\.csv(\\.gz)?");
    private static final Pattern LIKE_A_FEED = Pattern.compile("(?i).*\\.csv(\\.gz)?");

    /**
     * Looks into a folder.
     *
     * @throws FeedException when the folder or a file that must be there is missing, or a file is there twice
     */
    static FeedFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FeedException(
                    Files.exists(folder)
                            ? "%s is a file: name the folder that the feed's files are in.".formatted(folder)
                            : "The feed folder %s does not exist.".formatted(folder));
        }
        Map<FeedFile, TreeMap<Long, Part>> found = new EnumMap<>(FeedFile.class);
        List<String> strangers = new ArrayList<>();
        Instant newest = Instant.EPOCH;
        for (Path path : filesIn(folder)) {
            String name = path.getFileName().toString();
            Matcher matcher = NAME.matcher(name);
            FeedFile file = matcher.matches() ? fileOf(matcher.group(1)) : null;
            if (file != null) {
                long number = matcher.group(2) == null ? -1 : Long.parseLong(matcher.group(2));
                put(found.computeIfAbsent(file, any -> new TreeMap<>()), number, partAt(path));
                newest = later(newest, path);
            } else if (LIKE_A_FEED.matcher(name).matches()) {
                strangers.add(name);
            }
        }
        return new FeedFolder(folder, complete(folder, found), newest.truncatedTo(ChronoUnit.SECONDS), strangers);
    }

    /** The parts of a file, none when it is absent. */
    List<Part> partsOf(FeedFile file) {
        return parts.getOrDefault(file, List.of());
    }

    private static void put(TreeMap<Long, Part> parts, long number, Part part) {
        Part twin = parts.put(number, part);
        if (twin != null) {
            throw new FeedException("Both %s and %s are in the feed folder; take one of them away."
                    .formatted(twin.name(), part.name()));
        }
    }

    private static Map<FeedFile, List<Part>> complete(Path folder, Map<FeedFile, TreeMap<Long, Part>> found) {
        Map<FeedFile, List<Part>> parts = new EnumMap<>(FeedFile.class);
        for (FeedFile file : FeedFile.values()) {
            List<Part> ordered =
                    List.copyOf(found.getOrDefault(file, new TreeMap<>()).values());
            if (file.mustBeThere() && ordered.isEmpty()) {
                throw new FeedException("%s is missing in the feed folder %s.".formatted(file, folder));
            }
            if (file.mustBeThere() && ordered.stream().allMatch(part -> part.bytes() == 0)) {
                throw new FeedException("%s is empty; it needs at least its header line.".formatted(file));
            }
            parts.put(file, ordered);
        }
        return parts;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new FeedException("The feed folder %s cannot be read: %s.".formatted(folder, e), e);
        }
    }

    private static @Nullable FeedFile fileOf(String stem) {
        return Stream.of(FeedFile.values())
                .filter(file -> file.stem().equals(stem))
                .findAny()
                .orElse(null);
    }

    private static Part partAt(Path path) {
        try {
            return new Part(path, Files.size(path));
        } catch (IOException e) {
            throw new Part(path, 0).unreadable(e);
        }
    }

    private static Instant later(Instant newest, Path path) {
        try {
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            return modified.isAfter(newest) ? modified : newest;
        } catch (IOException e) {
            throw new Part(path, 0).unreadable(e);
        }
    }
}
