/**
 * How use is counted. Which account counts, and for how many licences, is decided by the sheets; how many that makes is
 * arithmetic on sets of days, and this package does it. Called by the rules and the engine. Never looks at prices,
 * limits or statuses.
 */
@NullMarked
package org.trueup.rules.counting;

import org.jspecify.annotations.NullMarked;
