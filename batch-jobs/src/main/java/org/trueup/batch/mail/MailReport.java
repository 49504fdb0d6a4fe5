package org.trueup.batch.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the mails in the outbox.
 *
 * @param sent in this round
 * @param waiting tried again by the next round
 * @param why the waiting ones wait, in words without a full stop; none where nothing is known
 * @param refused of the night in question, never tried again by itself
 * @param unconfirmed of the night in question: the server has them and did not say that it took them
 */
public record MailReport(long sent, long waiting, @Nullable String why, List<Held> refused, List<Held> unconfirmed) {

    /** Nothing to do and nothing to tell. */
    static final MailReport NOTHING = new MailReport(0, 0, null, List.of(), List.of());

    /** A mail that did not go, or not surely. */
    public record Held(
            String person, String address, @Nullable String reason) {
        /** For people, with the name of whom it is for. */
        public String words() {
            String whom = person.isEmpty() ? "" : person + " ";
            return whom + "<" + address + ">" + (reason == null ? "" : ": " + reason);
        }
    }

    /** Whether everything that was to be sent was taken. */
    public boolean allWell() {
        return waiting == 0 && refused.isEmpty() && unconfirmed.isEmpty();
    }

    /** All of it in one sentence; empty where there is nothing to tell. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (sent > 0) {
            parts.add(Counted.of(sent, "mail") + " sent");
        }
        if (waiting > 0) {
            parts.add(Counted.of(waiting, "mail") + (waiting == 1 ? " waits" : " wait")
                    + (why == null ? "" : " (" + why + ")") + (waiting == 1 ? " and is" : " and are")
                    + " sent by the next night or by trueup mail");
        }
        if (!refused.isEmpty()) {
            parts.add(Counted.of(refused.size(), "mail") + " refused");
        }
        if (!unconfirmed.isEmpty()) {
            parts.add(Counted.of(unconfirmed.size(), "mail") + " handed over, not confirmed");
        }
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }
}
