/**
 * Mail to people: what a night tells each account manager, and a tenant's administrators when its grace period starts
 * (A10). Nights queue their mails in an outbox, in the transaction that lets their run count; the postman sends what waits
 * there, so that nobody gets a mail twice and none is lost, whichever program dies when. Called by the night and by the
 * command line. Decides nothing about a tenant, and never makes a night fail.
 */
@NullMarked
package org.trueup.batch.mail;

import org.jspecify.annotations.NullMarked;
