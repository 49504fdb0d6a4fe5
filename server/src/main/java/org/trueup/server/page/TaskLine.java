package org.trueup.server.page;

import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.TenantLine;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.Urgency;

/** A tenant that somebody should look at, in one line of a list. */
record TaskLine(
        String id,
        String name,
        String vendor,
        String manager,
        Word status,
        Word movement,
        @Nullable Word rank,
        String why,
        String plan,
        String usage,
        String daysLeft,
        String amount,
        String offer,
        String nights) {

    static TaskLine of(TenantLine line) {
        Position position = line.position();
        Urgency urgency = line.urgency();
        return new TaskLine(
                line.tenant().id().value(),
                line.tenant().name(),
                line.tenant().vendor().name(),
                Words.text(line.tenant().accountManager()),
                Word.of(position == null ? null : position.status()),
                Word.of(line.movement()),
                urgency == null ? null : Word.of(urgency.rank()),
                urgency == null ? "" : capital(urgency.why()),
                Words.text(position == null ? null : position.plan()),
                Words.text(position == null ? null : position.usageLine()),
                urgency == null ? Words.number(null) : Words.number(urgency.daysLeft()),
                Words.money(position == null || position.shortBy() == 0 ? null : position.trueUpAmount()),
                line.offer(),
                line.nightsUnchanged() == 0
                        ? ""
                        : "unchanged for " + Words.count(line.nightsUnchanged(), "night", "nights"));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
