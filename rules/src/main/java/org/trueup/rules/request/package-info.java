/**
 * Requests to change what a tenant holds: may it add users now, may it set its licences to a number, and what would that cost.
 * Called by the policy engine for whoever asks between nights. Changes the facts as the request would, asks the engine what it
 * says of them, and gives the answer in the words of the sheet; has no rule of its own of who is over a limit. Reserves nothing
 * and never changes the facts that it was given.
 */
@NullMarked
package org.trueup.rules.request;

import org.jspecify.annotations.NullMarked;
