package org.trueup.batch.mail;

/** What a mail is about. */
enum MailKind {
    /** What a night asks an account manager to act on; one a night and person. */
    ACCOUNT_MANAGER,
    /** A tenant's grace period has started (A10); one a period and person. */
    GRACE_STARTED
}
