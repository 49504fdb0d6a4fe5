package org.trueup.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a vendor's name. */
final class VendorName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        return Values.vendor(value);
    }
}
