package org.trueup.batch.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How mail is sent, beside what {@code spring.mail} says about the server.
 *
 * @param wanted whether a server is named at all
 * @param from the sender's address
 * @param replyTo where answers go; none where to the sender
 * @param attachUpTo the largest workbook that is attached, in bytes
 * @param problem why nothing can be sent for now, in words that say what to do; none where it can
 */
record MailSettings(
        boolean wanted,
        String from,
        @Nullable String replyTo,
        long attachUpTo,
        @Nullable String problem) {
    private static final String MOST = "10MB";

    static MailSettings of(Environment environment) {
        String host = environment.getProperty("spring.mail.host", "");
        String from = environment
                .getProperty("trueup.mail.from", environment.getProperty("spring.mail.username", ""))
                .strip();
        String replyTo = environment.getProperty("trueup.mail.reply-to", "").strip();
        String most = environment.getProperty("trueup.mail.attach-up-to", MOST).strip();
        Long bytes = bytes(most);
        String problem = problem(from, replyTo);
        if (problem == null && bytes == null) {
            problem = "trueup.mail.attach-up-to is \"" + most + "\": write a size such as " + MOST;
        }
        return new MailSettings(
                !host.isBlank(), from, replyTo.isEmpty() ? null : replyTo, bytes == null ? 0 : bytes, problem);
    }

    private static @Nullable String problem(String from, String replyTo) {
        if (from.isEmpty()) {
            return "there is no sender: set trueup.mail.from to an address";
        }
        String sender = MailAddress.problem(from);
        if (sender != null) {
            return "the sender \"" + from + "\" cannot be used: set trueup.mail.from to an address";
        }
        return replyTo.isEmpty() || MailAddress.problem(replyTo) == null
                ? null
                : "trueup.mail.reply-to is \"" + replyTo + "\": write an address";
    }

    private static @Nullable Long bytes(String size) {
        try {
            return DataSize.parse(size).toBytes();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
