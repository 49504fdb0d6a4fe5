package org.trueup.spreadsheets.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why the files of a night were not written. The files from before are as they were. */
public final class ReportException extends RuntimeException {
    private static final String UNCHANGED = "; the files from before are unchanged";

    private final boolean incomplete;

    ReportException(String sentence) {
        this(sentence, null);
    }

    ReportException(String sentence, @Nullable Throwable cause) {
        this(sentence, cause, false);
    }

    private ReportException(String sentence, @Nullable Throwable cause, boolean incomplete) {
        super(sentence, cause);
        this.incomplete = incomplete;
    }

    /** Files that tell different things of the same tenants. */
    static ReportException doesNotAddUp(String sentence) {
        return new ReportException(sentence, null, true);
    }

    /** Whether nothing stood in the way of writing, and what was written does not add up. */
    public boolean incomplete() {
        return incomplete;
    }

    /** Names the folder, what stood in the way and what to do about it. */
    static ReportException writing(Path folder, IOException cause) {
        return new ReportException("the reports cannot be written to " + folder + ": " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        String told = told(cause);
        String lower = told.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return "the disk is full; free some space and write them again" + UNCHANGED;
        }
        if (cause instanceof AccessDeniedException || lower.contains("read-only")) {
            return "it may not be changed; allow this user to write there or choose another folder" + UNCHANGED;
        }
        if (cause instanceof FileAlreadyExistsException || lower.contains("not a directory")) {
            return "a file stands where a folder is needed; move it away or choose another folder" + UNCHANGED;
        }
        if (lower.contains("being used by another process")) {
            return "a file of that night is open in another program; close it and write them again" + UNCHANGED;
        }
        return told + UNCHANGED;
    }

    private static String told(IOException cause) {
        String told = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : cause.getMessage();
        return told == null || told.isBlank() ? cause.getClass().getSimpleName() : told;
    }
}
