/**
 * What the rules conclude on their way from facts to a position: one record a conclusion, each knowing its tenant so that
 * many tenants can be decided in one session. Inserted and joined by the DRL files beside the package {@code policy},
 * read by the engine. Never leaves the engine.
 */
@NullMarked
package org.trueup.rules.policy.derived;

import org.jspecify.annotations.NullMarked;
