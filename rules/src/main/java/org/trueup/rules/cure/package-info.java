/**
 * The way back: the smallest change that brings a tenant's status back to its limit or makes a violation go away. Called by
 * the policy engine after it decided. Proposes changes, applies each to the facts and asks the engine again what it says of
 * them; has no rule of its own of what is allowed. Many tenants' questions are asked together, in few rounds. Never changes
 * the facts that it was given.
 */
@NullMarked
package org.trueup.rules.cure;

import org.jspecify.annotations.NullMarked;
