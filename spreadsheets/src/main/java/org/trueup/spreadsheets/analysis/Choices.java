package org.trueup.spreadsheets.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An axis whose places are the words of a list, in no order that means anything. */
public final class Choices<V> {
    private final List<V> values;

    /** @param values at least one, none twice */
    public Choices(List<V> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis has at least one place");
        }
        this.values = List.copyOf(values);
    }

    /** What a condition takes: everything where it is empty, nothing where it asks for what is not on the axis. */
    public Span asked(@Nullable V value) {
        if (value == null) {
            return all();
        }
        int place = values.indexOf(value);
        return place < 0 ? Span.EMPTY : new Span(place, place);
    }

    public Span all() {
        return new Span(0, values.size() - 1);
    }

    /** All values, as words. */
    public List<String> all(Function<V, String> word) {
        return values.stream().map(word).toList();
    }

    public V at(int place) {
        return values.get(place);
    }

    /** The values at some places, in the order of the list. */
    public List<V> at(BitSet places) {
        return places.stream().mapToObj(values::get).toList();
    }
}
