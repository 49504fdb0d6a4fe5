package org.trueup.batch.store;

import java.time.LocalDate;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.terms.Person;

/**
 * What people say when they publish a vendor's policy, or roll it back. It takes two of them.
 *
 * @param effectiveOn the first day on which it is in force, in the past or in the future
 * @param author who made it, not blank
 * @param approver who agreed to it, not blank, and somebody else than the author
 * @param note what changed and why, may be empty
 */
public record Publication(Vendor vendor, LocalDate effectiveOn, String author, String approver, String note) {
    /** The longest name that the store keeps, in characters. */
    public static final int LONGEST_NAME = 190;
    /** The longest note that the store keeps, in characters. */
    public static final int LONGEST_NOTE = 2_000;

    public Publication {
        if (!isName(author) || !isName(approver) || length(note) > LONGEST_NOTE) {
            throw new IllegalArgumentException("a policy of %s by \"%s\" and \"%s\" with a note of %d characters"
                    .formatted(vendor, author, approver, length(note)));
        }
        if (!isByTwo(author, approver)) {
            throw new IllegalArgumentException(
                    "the author and the approver are both \"%s\"; a policy needs two people".formatted(approver));
        }
    }

    /**
     * Whether two names mean two people, as every publication needs; ask before making one of what somebody typed. Upper
     * and lower case, spaces and ways of writing a letter make no difference.
     */
    public static boolean isByTwo(String author, String approver) {
        return !new Person(author).sameAs(new Person(approver));
    }

    private static boolean isName(String text) {
        return !text.isBlank() && length(text) <= LONGEST_NAME;
    }

    /** As the store counts: a character outside the basic plane is one, not two. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
