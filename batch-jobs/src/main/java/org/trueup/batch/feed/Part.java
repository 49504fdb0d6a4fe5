package org.trueup.batch.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file on disk: a whole logical file, or a part of it.
 *
 * @param bytes as it lies on disk
 */
record Part(Path path, long bytes) {
    /** The name by which refused lines are found: {@code activity-0001.csv.gz}. */
    String name() {
        return path.getFileName().toString();
    }

    /**
     * Opens the text, unpacked; an empty file stays empty also when it should have been gzipped.
     *
     * @param passed hears how many bytes of the file were read
     */
    InputStream open(LongConsumer passed) throws IOException {
        InputStream in = new CountedStream(Files.newInputStream(path), passed);
        if (bytes == 0 || !name().endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** What to tell about a failure while reading. */
    FeedException unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new FeedException("%s went away while the feed was read.".formatted(name()), e);
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return new FeedException(
                    "%s is damaged and cannot be unpacked; copy it again. (%s)".formatted(name(), e.getMessage()), e);
        }
        return new FeedException("%s cannot be read: %s.".formatted(name(), e), e);
    }
}
