/**
 * The analysts' own checks: what a row of the sheet Checks can ask of a tenant, and what it can say. The policy engine
 * asks them once the product's rules are done with a tenant; they see the position and change nothing in it. How rows
 * become rules is the business of whoever reads the sheet; this package never reads a file and compiles nothing.
 */
@NullMarked
package org.trueup.rules.check;

import org.jspecify.annotations.NullMarked;
