package org.trueup.spreadsheets.check;

import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.analysis.Scale;
import org.trueup.spreadsheets.analysis.Span;

/**
 * Two bounds, both included.
 *
 * @param atLeast none means no lower bound
 * @param atMost none means no upper bound
 */
record Between<T>(@Nullable T atLeast, @Nullable T atMost) {

    boolean open() {
        return atLeast == null && atMost == null;
    }

    /** Where places of a scale begin: at the lower bound, and after the upper one. */
    Stream<Long> cuts(ToLongFunction<T> number) {
        return Stream.concat(
                Stream.ofNullable(atLeast).map(number::applyAsLong),
                Stream.ofNullable(atMost).map(most -> number.applyAsLong(most) + 1));
    }

    Span on(Scale scale, ToLongFunction<T> number) {
        return scale.between(
                atLeast == null ? null : (Long) number.applyAsLong(atLeast),
                atMost == null ? null : (Long) number.applyAsLong(atMost));
    }
}
