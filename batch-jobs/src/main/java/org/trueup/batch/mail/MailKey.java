package org.trueup.batch.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.trueup.rules.fact.TenantId;

/**
 * What a mail is about and whom it is for, in 64 digits: there is one mail of a key, ever, and its Message-ID is made of
 * it.
 */
record MailKey(String digits) {

    static MailKey ofNight(LocalDate asOf, String manager, String address) {
        return of(MailKind.ACCOUNT_MANAGER.name(), asOf.toString(), manager, folded(address));
    }

    /** @param since the first day of the grace period, which a night run again or left out does not change */
    static MailKey ofGrace(TenantId tenant, LocalDate since, String address) {
        return of(MailKind.GRACE_STARTED.name(), tenant.value(), since.toString(), folded(address));
    }

    /** Nobody has two mailboxes that differ by upper and lower case alone. */
    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static MailKey of(String... parts) {
        try {
            byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            return new MailKey(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
