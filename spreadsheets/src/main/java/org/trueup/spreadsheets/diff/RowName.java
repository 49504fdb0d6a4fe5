package org.trueup.spreadsheets.diff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What people know a sheet's rows by: the columns that name one, or its conditions.
 *
 * @param names the columns whose values name a row; empty where its conditions do
 * @param answers the columns that are no conditions; empty where the names alone tell rows apart
 */
record RowName(List<String> names, Set<String> answers) {
    private static final int LONGEST = 120;
    private static final String SCENARIOS = "scenarios";
    private static final RowName BY_NUMBER = new RowName(List.of(), Set.of());

    /** How the rows of a table on this tab are named; none for a tab that holds no table that is known. */
    static Optional<RowName> on(String tab) {
        String key = Heading.key(tab);
        if (key.startsWith(SCENARIOS)) {
            return Optional.of(named("Scenario"));
        }
        return Optional.ofNullable(
                switch (key) {
                    case "plans" -> named("Plan");
                    case "overthelimit" ->
                        conditions("Status", "Grace days", "Then status", "Adding beyond", "What happens");
                    case "whocounts" -> conditions("Licences counted", "Because");
                    case "exemptionaccounts" ->
                        new RowName(
                                List.of("Source", "Account name"),
                                Set.of(Heading.key("Licences counted"), Heading.key("Because")));
                    case "add-ons" -> named("Add-on", "Plan");
                    case "supportplans" -> named("Support plan", "Plan");
                    case "entitlements" -> named("Plan", "Support plan", "Add-on", "Entitlement");
                    case "settings" -> named("Name", "Plan");
                    case "checks" ->
                        new RowName(List.of("Code"), Set.of(Heading.key("Severity"), Heading.key("Message")));
                    case "waivers" -> named("Tenant", "Finding code");
                    case "changes" -> BY_NUMBER;
                    default -> null;
                });
    }

    private static RowName named(String... columns) {
        return new RowName(List.of(columns), Set.of());
    }

    private static RowName conditions(String... answers) {
        return new RowName(List.of(), Stream.of(answers).map(Heading::key).collect(Collectors.toSet()));
    }

    /** The columns that two rows must share to be the same row; empty where no column says so. */
    List<Integer> key(List<ColumnPair> columns) {
        if (answers.isEmpty()) {
            return naming(columns);
        }
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).named()
                        && !answers.contains(Heading.key(columns.get(at).title())))
                .boxed()
                .toList();
    }

    /** Whether a row whose key is all empty is a row like others: one without conditions. */
    boolean emptyKeyCounts() {
        return !answers.isEmpty();
    }

    /** For example {@code row "Medium"}, {@code row "Plan Free, Term paid"} or {@code row 7}. */
    String of(Line line, List<ColumnPair> columns) {
        boolean titled = names.isEmpty();
        List<Integer> naming = titled ? key(columns) : naming(columns);
        String name = naming.stream()
                .filter(at -> !line.cells().get(at).blank())
                .map(at -> (titled ? columns.get(at).title() + " " : "")
                        + line.cells().get(at).bare())
                .collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            return emptyKeyCounts() && titled ? "row without conditions" : "row " + line.row();
        }
        return "row \"" + (name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…") + "\"";
    }

    private List<Integer> naming(List<ColumnPair> columns) {
        List<String> keys = names.stream().map(Heading::key).toList();
        return IntStream.range(0, columns.size())
                .filter(at -> keys.contains(Heading.key(columns.get(at).title())))
                .boxed()
                .sorted((a, b) -> Integer.compare(
                        keys.indexOf(Heading.key(columns.get(a).title())),
                        keys.indexOf(Heading.key(columns.get(b).title()))))
                .toList();
    }
}
