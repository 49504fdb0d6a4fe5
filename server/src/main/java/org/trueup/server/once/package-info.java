/**
 * Requests that are sent twice do their work once: whoever sends a post with an {@code Idempotency-Key} gets the answer of the
 * first such request again, for a day. Stands before every handler of the API and knows none of them.
 */
@NullMarked
package org.trueup.server.once;

import org.jspecify.annotations.NullMarked;
