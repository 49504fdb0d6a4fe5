package org.trueup.batch.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses that mail can go to. Narrower than the standards: no quoted names, no comments, ASCII alone. Jakarta
 * Mail sends the low byte of other characters, so that an address with an odd letter would go to somebody else, or break
 * the line.
 */
final class MailAddress {
    private static final int MOST_CHARACTERS = 254;
    private static final Pattern FIT =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private MailAddress() {}

    /** Why no mail can go to an address, as a sentence; none where it can. */
    static @Nullable String problem(String address) {
        if (address.indexOf('@') < 0) {
            return "The address has no @.";
        }
        if (address.chars().anyMatch(character -> character > '~')) {
            return "The address has characters that are not plain ASCII.";
        }
        if (address.length() > MOST_CHARACTERS || !FIT.matcher(address).matches()) {
            return "The address is not one that mail can go to.";
        }
        return null;
    }
}
