package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trueup.rules.outcome.CountedUser;

/**
 * Counted users as texts of some thousands each. Nobody asks the store for a single one, and as rows of their own they
 * would be most of a night's writing. Each text begins with its reasons, which few sheet rows make: a line with one field.
 */
final class PackedUsers {
    static final int A_PART = 5_000;

    private PackedUsers() {}

    /** The texts, each made when it is taken: those of a large tenant together would take as much memory as its users. */
    static Stream<String> pack(List<CountedUser> users) {
        return IntStream.iterate(0, from -> from < users.size(), from -> from + A_PART)
                .mapToObj(from -> part(users.subList(from, Math.min(users.size(), from + A_PART))));
    }

    private static String part(List<CountedUser> users) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        users.forEach(user -> reasons.putIfAbsent(user.reason(), reasons.size()));
        Packed packed = new Packed();
        reasons.keySet().forEach(reason -> packed.field(reason).end());
        for (CountedUser user : users) {
            LocalDate first = user.firstActiveOn();
            packed.field(user.accountId())
                    .field(user.name())
                    .field(user.counted())
                    .field(reasons.get(user.reason()))
                    .field(first == null ? "" : first.toString())
                    .field(user.monthsActive())
                    .field(user.exempt() ? 1 : 0)
                    .end();
        }
        return packed.toString();
    }

    static List<CountedUser> unpack(String part) {
        List<CountedUser> users = new ArrayList<>();
        unpack(part, users::add);
        return users;
    }

    static void unpack(String part, Consumer<CountedUser> reader) {
        List<String> reasons = new ArrayList<>();
        Unpacking in = new Unpacking(part);
        while (in.more()) {
            String first = in.text();
            if (in.lineEnds()) {
                reasons.add(first);
            } else {
                reader.accept(user(first, reasons, in));
                in.lineEnds();
            }
        }
    }

    private static CountedUser user(String accountId, List<String> reasons, Unpacking in) {
        return new CountedUser(
                accountId,
                in.text(),
                in.number(),
                reasons.get(in.number()),
                in.dayOrNone(),
                in.number(),
                in.number() == 1);
    }
}
