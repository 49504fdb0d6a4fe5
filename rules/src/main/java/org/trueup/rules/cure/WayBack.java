package org.trueup.rules.cure;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How something is cured.
 *
 * @param cures each cures alone; empty where no single change does
 */
public record WayBack(List<Cure> cures) {

    /** As people read it. */
    public String sentence() {
        return cures.isEmpty()
                ? "no single change cures it"
                : cures.stream().map(Cure::words).collect(Collectors.joining(", or "));
    }
}
