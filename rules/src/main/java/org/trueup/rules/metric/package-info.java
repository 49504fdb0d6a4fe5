/**
 * The names of what a plan can count. Used by sheets, facts and answers alike, so it stands below all of them and knows
 * none. How each metric is counted is in the package {@code counting}.
 */
@NullMarked
package org.trueup.rules.metric;

import org.jspecify.annotations.NullMarked;
