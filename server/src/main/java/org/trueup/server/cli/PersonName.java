package org.trueup.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a person's name. */
final class PersonName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        return Values.person(value);
    }
}
