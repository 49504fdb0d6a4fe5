package org.trueup.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads what people write about a version. */
final class Note implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        return Values.note(value);
    }
}
