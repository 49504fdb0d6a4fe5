package org.trueup.server.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trueup.server.problem.Refusal;

/** Reads roles as people write them. */
final class Scopes {
    private Scopes() {}

    /** @param field of the request, for the refusal of a word that is no role */
    static Set<Role> of(String field, @Nullable Set<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words == null ? Set.<String>of() : words) {
            roles.add(role(field, word));
        }
        return roles;
    }

    private static Role role(String field, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        field,
                        "There is no role \"%s\"; there are %s."
                                .formatted(
                                        word,
                                        Arrays.stream(Role.values())
                                                .map(Role::name)
                                                .collect(Collectors.joining(", ")))));
    }
}
