package org.trueup.rules.terms;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A person, by the name that somebody typed. What needs two people asks here whether two names mean one.
 *
 * @param name not empty
 */
public record Person(String name) {

    /** Whether both are one person: upper and lower case, spaces and ways of writing letters make no difference. */
    public boolean sameAs(Person other) {
        return key().equals(other.key());
    }

    private String key() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]+", "");
    }
}
