package org.trueup.server.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads a number of tenants. */
final class TenantCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        return Values.tenants(value);
    }
}
