package org.trueup.batch.mail;

/** What the mail server made of a mail. */
sealed interface Delivery {
    /** It took it. */
    record Accepted() implements Delivery {}

    /** It has the whole of it and did not answer. */
    record Unconfirmed(String reason) implements Delivery {}

    /** It never takes this mail. */
    record Refused(String reason) implements Delivery {}

    /**
     * It did not take it this time.
     *
     * @param others whether it would take others no more than this one
     */
    record Later(String reason, boolean others) implements Delivery {}
}
