package org.trueup.spreadsheets.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Entitlement;
import org.trueup.rules.outcome.Finding;
import org.trueup.rules.outcome.Position;

/** What an assessment says in lists. Upper and lower case are alike. */
final class SetAnswers {
    private SetAnswers() {}

    /** Each code once, in the order of the alphabet. */
    static List<String> codes(Assessment assessment) {
        return assessment.findings().stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .toList();
    }

    /** The entitlements that are spoken of, whatever they grant. */
    static List<String> entitlements(Assessment assessment, List<String> spokenOf) {
        Position position = assessment.position();
        if (position == null) {
            return List.of();
        }
        List<String> names = spokenOf.stream().map(SetAnswers::nameOf).toList();
        return position.entitlements().stream()
                .map(SetAnswers::said)
                .filter(said -> names.contains(nameOf(said)))
                .toList();
    }

    static boolean hasAll(List<String> given, List<String> expected) {
        List<String> lower = given.stream().map(SetAnswers::lower).toList();
        return expected.stream().map(SetAnswers::lower).allMatch(lower::contains);
    }

    /** Whether some message has these words. */
    static boolean said(Assessment assessment, String words) {
        return messages(assessment).stream().anyMatch(message -> lower(message).contains(lower(words)));
    }

    /** All that people are told. */
    static List<String> messages(Assessment assessment) {
        List<String> messages = new ArrayList<>(
                assessment.findings().stream().map(Finding::message).toList());
        Position position = assessment.position();
        if (position != null && position.whatHappens() != null) {
            messages.add(position.whatHappens());
        }
        return messages;
    }

    /** The same in quotes, each once. */
    static List<String> quotedMessages(Assessment assessment) {
        return messages(assessment).stream()
                .distinct()
                .map(message -> '"' + message + '"')
                .toList();
    }

    private static String said(Entitlement entitlement) {
        String unit = entitlement.unit() == null ? "" : " " + entitlement.unit();
        return entitlement.name() + ": " + entitlement.value() + unit;
    }

    /** Names may hold a colon themselves; values have none. */
    private static String nameOf(String said) {
        return lower(said.substring(0, Math.max(0, said.lastIndexOf(':'))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
