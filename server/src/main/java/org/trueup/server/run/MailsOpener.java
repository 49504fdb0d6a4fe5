package org.trueup.server.run;

/** Opens a store for the sake of its mails. */
@FunctionalInterface
public interface MailsOpener {

    /**
     * @param verbose also logs what the parts of the program tell about themselves, to standard error
     * @throws NoMailServer where the program is not set up to send mail; the store is not opened then
     */
    Mails open(StoreChoice store, boolean verbose);
}
