package org.trueup.server.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.trueup.batch.store.FullDatabase;
import org.trueup.batch.store.LostDatabase;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one sentence what went wrong. */
final class FailureSentence {
    private static final int MOST_CAUSES = 30;

    private FailureSentence() {}

    /**
     * Exceptions of our own modules carry a sentence for people, so the outermost of them speaks. Spring and the jobs wrap
     * exceptions into others, hence the look at all causes.
     */
    static String of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause.getClass().getName().startsWith("org.trueup.") && cause.getMessage() != null) {
                return oneLine(cause.getMessage());
            }
        }
        for (Throwable cause : causes) {
            String known = known(cause);
            if (known != null) {
                return oneLine(known);
            }
        }
        if (LostDatabase.caused(failure)) {
            return LostDatabase.SENTENCE;
        }
        if (FullDatabase.caused(failure)) {
            return FullDatabase.SENTENCE;
        }
        return unexpected(causes.get(causes.size() - 1));
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "There is not enough memory; give Java more, for example java -Xmx4g -jar trueup.jar.";
        }
        if (cause instanceof IOException io && saysDiskFull(io)) {
            return "The disk is full; make room and run the same command again.";
        }
        if (cause instanceof MarkedYAMLException yaml) {
            return about(yaml);
        }
        if (cause instanceof BindException setting) {
            return about(setting);
        }
        return cause instanceof FileSystemException file && file.getFile() != null ? about(file) : null;
    }

    private static String about(MarkedYAMLException failure) {
        Mark mark = failure.getProblemMark() == null ? failure.getContextMark() : failure.getProblemMark();
        return "The settings in application.yaml cannot be read: "
                + (mark == null ? "" : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ", ")
                + failure.getProblem() + "; correct it there.";
    }

    private static String about(BindException failure) {
        ConfigurationProperty typed = failure.getProperty();
        return "The setting " + (typed == null ? failure.getName() : typed.getName())
                + (typed == null ? "" : " is \"" + typed.getValue() + "\", which") + " cannot be used; correct it in"
                + " application.yaml or in the environment.";
    }

    private static String about(FileSystemException failure) {
        String file = failure.getFile();
        if (failure instanceof NoSuchFileException) {
            return file + " is not there.";
        }
        if (failure instanceof AccessDeniedException) {
            return file + " cannot be used: this user has no permission.";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return file + " is a file, but a folder is needed there.";
        }
        return file + " cannot be used: "
                + (failure.getReason() == null ? "the system refused it" : failure.getReason()) + ".";
    }

    private static boolean saysDiskFull(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left on device")
                || message.contains("not enough space on the disk")
                || message.contains("disk quota exceeded");
    }

    private static String unexpected(Throwable cause) {
        String message = cause.getMessage() == null ? "" : ": " + oneLine(cause.getMessage());
        String what = cause.getClass().getSimpleName() + message;
        String ended = what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
        return "Something unexpected happened: " + ended + "; run again with --verbose for details.";
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < MOST_CAUSES) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
