package org.trueup.batch.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What to do about a file that cannot be written, as the end of a sentence. */
final class DiskSentence {
    private DiskSentence() {}

    static String of(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            return "make its folder first, or name another place.";
        }
        if (e instanceof AccessDeniedException) {
            return "this user has no permission there; name another place.";
        }
        if (said.contains("No space left") || said.contains("quota exceeded") || said.contains("not enough space")) {
            return "the disk is full; make room, or name another place.";
        }
        return said.strip().replaceAll("\\s+", " ") + "; name another place.";
    }
}
