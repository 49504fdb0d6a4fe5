package org.trueup.rules.policy.derived;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers and names as a sentence says them. */
public final class Words {
    private static final int LISTED = 50;

    private Words() {}

    /** A number with its noun: {@code no licence}, {@code 1 licence}, {@code 2 licences}. */
    public static String count(int number, String noun) {
        return switch (number) {
            case 0 -> "no " + noun;
            case 1 -> "1 " + noun;
            default -> number + " " + noun + "s";
        };
    }

    /** The first names in alphabetical order, and how many more there are. */
    public static String listed(List<String> names) {
        String first = names.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
    }
}
