package org.trueup.rules.policy.derived;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers and names as a sentence says them. */
public final class Words {
    private static final int LISTED = 50;
    private static final int LONGEST = 100;

    private Words() {}

    /** A number with its noun: {@code 0 licences}, {@code 1 licence}, {@code 2 licences}. */
    public static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    /** The first names in alphabetical order, and how many more there are. */
    public static String listed(List<String> names) {
        String first = names.stream().sorted().limit(LISTED).map(Words::cut).collect(Collectors.joining(", "));
        return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
    }
}
