/**
 * What a vendor tells about a tenant: its subscriptions, accounts and what they did. Facts are immutable, are read
 * once at the boundary (feed, store, HTTP) and are never changed by a rule. Called by whoever asks the policy engine
 * and by the rules. Knows nothing of prices, limits, files or tables.
 */
@NullMarked
package org.trueup.rules.fact;

import org.jspecify.annotations.NullMarked;
