package org.trueup.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads the number of a policy version. */
final class VersionNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        return Values.version(value);
    }
}
