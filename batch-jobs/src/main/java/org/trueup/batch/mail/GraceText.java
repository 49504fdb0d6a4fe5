package org.trueup.batch.mail;

import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;

/** What a tenant's administrators are told when its grace period starts (A10). */
record GraceText(Tenant tenant, Position position, Grace grace) {
    private static final int A_NAME = 80;
    private static final int A_SENTENCE = 1_000;

    String subject() {
        return name() + ": " + position.used() + " of " + position.licensed() + " licences in use, grace period until "
                + grace.endsOn();
    }

    String body() {
        StringBuilder text = new StringBuilder("To the administrators of ").append(name());
        text.append("\n\n").append(Counted.of(position.used(), "licence"));
        text.append(" of the plan ").append(OneLine.of(position.plan(), A_NAME));
        text.append(position.used() == 1 ? " is" : " are").append(" in use, and you have ");
        text.append(position.licensed()).append(": ").append(position.shortBy());
        text.append(position.shortBy() == 1 ? " is" : " are").append(" missing.\n\nA grace period of ");
        text.append(Counted.of(grace.days(), "day"))
                .append(" has begun today, ")
                .append(grace.since());
        text.append(". Its last day is ").append(grace.endsOn());
        text.append(". It ends earlier, and all is well, as soon as no more licences are in use than you have.\n");
        add(text, "\nWhat happens: ", position.whatHappens());
        add(text, "\nWhat to do: ", position.wayBack());
        return text.toString();
    }

    private String name() {
        return OneLine.of(tenant.name(), A_NAME);
    }

    private static void add(StringBuilder text, String before, @Nullable String sentence) {
        if (sentence != null) {
            String line = OneLine.of(sentence, A_SENTENCE);
            text.append(before).append(line).append(line.endsWith(".") ? "\n" : ".\n");
        }
    }
}
