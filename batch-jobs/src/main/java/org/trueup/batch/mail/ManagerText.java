package org.trueup.batch.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.spreadsheets.report.Urgency;
import org.trueup.spreadsheets.report.Urgency.Rank;

/** What a night tells an account manager, to be read on a phone. The workbook's own sentence is added when it is sent. */
record ManagerText(LocalDate asOf, String manager, ManagerTally tally) {
    private static final int A_NAME = 80;
    private static final int A_SENTENCE = 400;

    /** For example {@code Licences on 2026-11-21: 2 blocked, 1 in grace, 4 others to act on}. */
    String subject() {
        return "Licences on " + asOf + ": " + counts();
    }

    private String counts() {
        if (tally.urgent() == 0) {
            return "nothing to act on";
        }
        List<String> counts = new ArrayList<>();
        int others = tally.urgent();
        if (tally.of(Rank.BLOCKED) > 0) {
            counts.add(tally.of(Rank.BLOCKED) + " blocked");
            others -= tally.of(Rank.BLOCKED);
        }
        if (tally.of(Rank.GRACE) > 0) {
            counts.add(tally.of(Rank.GRACE) + " in grace");
            others -= tally.of(Rank.GRACE);
        }
        if (others > 0) {
            counts.add(counts.isEmpty() ? others + " to act on" : Counted.of(others, "other") + " to act on");
        }
        return String.join(", ", counts);
    }

    String body() {
        StringBuilder text =
                new StringBuilder("Hello ").append(OneLine.of(manager, A_NAME)).append(",\n\n");
        text.append("you have ").append(Counted.of(tally.tenants(), "tenant")).append(" on ");
        text.append(asOf).append(": ").append(counts()).append(".\n");
        List<UrgentLine> urgent = tally.mostUrgent();
        for (int i = 0; i < urgent.size(); i++) {
            append(text, i + 1, urgent.get(i));
        }
        int more = tally.urgent() - urgent.size();
        if (more > 0) {
            text.append("\n").append(more).append(" more to act on: see the workbook.\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int number, UrgentLine line) {
        Position position = line.position();
        text.append("\n").append(number).append(". ");
        text.append(OneLine.of(line.tenant().name(), A_NAME)).append(" (");
        text.append(position == null ? line.tenant().vendor().name() : OneLine.of(position.plan(), A_NAME));
        text.append(")\n   ").append(begun(line.urgency())).append("\n");
        if (position != null) {
            text.append("   ").append(use(position)).append("\n");
        }
        if (!line.offer().isEmpty()) {
            text.append("   What to do: ")
                    .append(OneLine.of(line.offer(), A_SENTENCE))
                    .append("\n");
        }
    }

    /** Why, and how long there is time, as a sentence. */
    private static String begun(Urgency urgency) {
        String why = urgency.why().substring(0, 1).toUpperCase(Locale.ROOT)
                + urgency.why().substring(1);
        return why + left(urgency.rank() == Rank.GRACE ? urgency.daysLeft() : null) + ".";
    }

    private static String left(@Nullable Integer days) {
        if (days == null) {
            return "";
        }
        return days == 0 ? ", which is today" : ", " + Counted.of(days, "day") + " left";
    }

    private static String use(Position position) {
        Money amount = position.trueUpAmount();
        boolean costs = amount != null && amount.amount().signum() > 0;
        return position.used() + " of " + position.licensed() + " licences used"
                + (costs ? ", " + amount + " to true up" : "") + ".";
    }
}
