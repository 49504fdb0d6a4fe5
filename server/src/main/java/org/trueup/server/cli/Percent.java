package org.trueup.server.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;

/** Reads a share of a hundred. */
final class Percent implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String value) {
        return Values.percent(value);
    }
}
