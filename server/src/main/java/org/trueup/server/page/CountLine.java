package org.trueup.server.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One thing that a run counted, wherever it did. */
record CountLine(String what, String places, boolean same) {

    static List<CountLine> of(Map<String, Map<String, Long>> counted) {
        return counted.entrySet().stream()
                .map(thing -> new CountLine(
                        Words.spoken(thing.getKey()),
                        places(thing.getValue()),
                        thing.getValue().values().stream().distinct().count() == 1))
                .toList();
    }

    /** One number where all are the same, each with its place where not. */
    private static String places(Map<String, Long> amounts) {
        String everywhere = amounts.keySet().stream().map(CountLine::place).collect(Collectors.joining(", "));
        return amounts.values().stream().distinct().count() == 1
                ? "%,d %s".formatted(amounts.values().iterator().next(), everywhere)
                : amounts.entrySet().stream()
                        .map(amount -> "%,d %s".formatted(amount.getValue(), place(amount.getKey())))
                        .collect(Collectors.joining(", "));
    }

    private static String place(String key) {
        return key.replace('_', ' ')
                .replace("csv", "CSV")
                .replace("vendors ", "vendors' ")
                .replace("managers ", "managers' ");
    }
}
