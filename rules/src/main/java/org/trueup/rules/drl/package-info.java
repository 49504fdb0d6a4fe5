/**
 * Makes DRL into rules that can be run. Whoever has rules in text comes here: the policy engine with the product's own,
 * the reader of workbooks with what the analysts' decision tables became. Never reads a file and never sees a fact.
 */
@NullMarked
package org.trueup.rules.drl;

import org.jspecify.annotations.NullMarked;
