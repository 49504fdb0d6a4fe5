package org.trueup.server.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists as callers give them. */
final class Listed {
    private Listed() {}

    /** The items of a list as facts; no two may have the same key, and an absent list is empty. */
    static <G, F> List<F> distinct(
            Place place,
            String list,
            @Nullable List<G> given,
            BiFunction<G, Place, F> fact,
            Function<F, Object> key,
            String keyField) {
        if (given == null) {
            return List.of();
        }
        List<F> facts = new ArrayList<>(given.size());
        Set<Object> keys = new HashSet<>(given.size() * 2);
        for (int i = 0; i < given.size(); i++) {
            Place at = place.at(list, i);
            F made = fact.apply(item(place, list, given, i), at);
            if (!keys.add(key.apply(made))) {
                throw at.refuse(keyField, "%s stands in the list already; give each once.".formatted(at.at(keyField)));
            }
            facts.add(made);
        }
        return facts;
    }

    static <G> G item(Place place, String list, List<G> given, int index) {
        G item = given.get(index);
        if (item == null) {
            throw place.refuse(list + "[" + index + "]", "%s is null.".formatted(place.at(list, index)));
        }
        return item;
    }
}
