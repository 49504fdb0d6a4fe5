package org.trueup.server.cli;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trueup.rules.fact.Vendor;
import picocli.CommandLine.ITypeConverter;

/** A policy workbook that somebody named: a file, or a version that the store keeps. */
sealed interface Edition {
    /** As people name a version. */
    Pattern KEPT = Pattern.compile("([^/\\\\@]+)@([0-9]+)");

    /** A file anywhere. */
    record InFile(Path path) implements Edition {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** The vendor's version of that number. */
    record InStore(Vendor vendor, int version) implements Edition {
        @Override
        public String toString() {
            return vendor + "@" + version;
        }
    }

    /** Reads {@code acme@3} as a version and anything else as a file. */
    final class Name implements ITypeConverter<Edition> {
        @Override
        public Edition convert(String value) {
            Matcher kept = KEPT.matcher(value);
            return kept.matches()
                    ? new InStore(new Vendor(Values.vendor(kept.group(1))), Values.version(kept.group(2)))
                    : new InFile(Values.path(value));
        }
    }
}
