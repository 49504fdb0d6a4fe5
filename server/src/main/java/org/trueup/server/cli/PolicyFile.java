package org.trueup.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trueup.rules.fact.Vendor;
import org.trueup.spreadsheets.sheet.WorkbookReader;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A policy workbook that somebody named: the file's name says which vendor it is for. */
record PolicyFile(Path path) {
    private static final String ENDING = ".xlsx";
    private static final List<String> OTHER_KINDS = List.of(".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".csv");

    /** As people call it. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** The vendor of {@code acme.xlsx} is acme; none when the name is no vendor's. */
    Optional<Vendor> vendor() {
        String name = name();
        if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return Optional.empty();
        }
        String vendor = name.substring(0, name.length() - ENDING.length());
        return Vendor.isName(vendor) ? Optional.of(new Vendor(vendor)) : Optional.empty();
    }

    /** The vendor that the name says; a name that says none is wrong usage of the command. */
    Vendor vendor(CommandLine command) {
        return vendor().orElseThrow(() -> new ParameterException(command, vendorless()));
    }

    /** Why the name says no vendor, and which name would. */
    String vendorless() {
        return OTHER_KINDS.stream().anyMatch(name().toLowerCase(Locale.ROOT)::endsWith)
                ? "\"" + name() + "\" is no Excel Workbook (.xlsx); save it as one, for example acme.xlsx."
                : "\"" + name() + "\" does not say which vendor it is for; name the file as the feed names the"
                        + " vendor (a-z, 0-9 and -), for example acme.xlsx.";
    }

    /** Reads the file, but not on and on: one byte more than a workbook may have is enough to refuse it. */
    byte[] read() throws IOException {
        if (Files.isDirectory(path)) {
            throw new NotDone(path + " is a folder, but a workbook is needed there.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(WorkbookReader.MAX_BYTES + 1);
        }
    }
}
