/**
 * How use is counted. Which account counts, and for how many licences, is decided by the sheets; how many that makes is
 * arithmetic, and this package does it. Called by the rules. Never looks at prices, limits or statuses.
 */
@NullMarked
package org.trueup.rules.metric;

import org.jspecify.annotations.NullMarked;
