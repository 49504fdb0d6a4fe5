package org.trueup.spreadsheets.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.NamePattern;

/**
 * Finds a name that two patterns both fit. Both are read side by side, like two automata run at once: a place is a
 * character of the one and a character of the other, and a {@code *} takes whatever the other has there. If the ends of
 * both can be reached there is such a name, else there is none.
 */
final class CommonName {
    private static final String ANY = "a";

    private final String one;
    private final String other;

    private CommonName(NamePattern one, NamePattern other) {
        this.one = one.text().toLowerCase(Locale.ROOT);
        this.other = other.text().toLowerCase(Locale.ROOT);
    }

    static Optional<String> of(NamePattern one, NamePattern other) {
        return new CommonName(one, other).found().map(name -> name.isEmpty() ? ANY : name);
    }

    private Optional<String> found() {
        Map<Long, Step> steps = new HashMap<>();
        Deque<Step> waiting = new ArrayDeque<>();
        take(new Step(0, 0, "", null), steps, waiting);
        while (!waiting.isEmpty()) {
            Step step = waiting.removeFirst();
            if (step.i == one.length() && step.j == other.length()) {
                return Optional.of(step.name());
            }
            boolean star = step.i < one.length() && one.charAt(step.i) == '*';
            boolean otherStar = step.j < other.length() && other.charAt(step.j) == '*';
            if (star) {
                take(new Step(step.i + 1, step.j, "", step), steps, waiting);
            }
            if (otherStar) {
                take(new Step(step.i, step.j + 1, "", step), steps, waiting);
            }
            if (star && !otherStar && step.j < other.length()) {
                take(new Step(step.i, step.j + 1, other.substring(step.j, step.j + 1), step), steps, waiting);
            } else if (otherStar && !star && step.i < one.length()) {
                take(new Step(step.i + 1, step.j, one.substring(step.i, step.i + 1), step), steps, waiting);
            } else if (!star && !otherStar && alike(step)) {
                take(new Step(step.i + 1, step.j + 1, one.substring(step.i, step.i + 1), step), steps, waiting);
            }
        }
        return Optional.empty();
    }

    private boolean alike(Step step) {
        return step.i < one.length() && step.j < other.length() && one.charAt(step.i) == other.charAt(step.j);
    }

    private static void take(Step step, Map<Long, Step> steps, Deque<Step> waiting) {
        if (steps.putIfAbsent(((long) step.i << Integer.SIZE) + step.j, step) == null) {
            waiting.addLast(step);
        }
    }

    /** A place in both patterns, what the name got there, and the place before. */
    private record Step(
            int i, int j, String character, @Nullable Step before) {
        String name() {
            StringBuilder name = new StringBuilder();
            for (Step step = this; step != null; step = step.before) {
                name.append(step.character);
            }
            return name.reverse().toString();
        }
    }
}
