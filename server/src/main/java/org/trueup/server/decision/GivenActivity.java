package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.ActivityKind;
import org.trueup.rules.fact.DaySet;
import org.trueup.rules.fact.Month;

/** Something that an account did; the names are those of activity.csv. */
@Schema(name = "Activity")
record GivenActivity(
        @Schema(
                description = "an instant with an offset, taken to UTC, or a UTC day",
                example = "2026-03-01T09:30:00+01:00",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String at,

        @Schema(description = "registration or login; registration where absent") @Nullable
        String kind,

        @Nullable String source) {
    private static final ActivityKind[] KINDS = ActivityKind.values();

    /** One entry a month and kind, as the store folds a feed's lines. */
    static List<ActiveMonth> folded(Place account, @Nullable List<GivenActivity> given) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, Integer> days = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            GivenActivity activity = Listed.item(account, "activity", given, i);
            Place place = account.at("activity", i);
            LocalDate day = Given.utcDay(place, "at", activity.at);
            ActivityKind kind = Given.word(place, "kind", activity.kind, KINDS, ActivityKind.REGISTRATION);
            days.merge(
                    Month.of(day).number() * KINDS.length + kind.ordinal(),
                    DaySet.bit(day.getDayOfMonth()),
                    (one, other) -> one | other);
        }
        List<ActiveMonth> folded = new ArrayList<>(days.size());
        days.forEach((key, bits) -> folded.add(
                new ActiveMonth(new Month(key / KINDS.length), KINDS[key % KINDS.length], new DaySet(bits))));
        return folded;
    }
}
