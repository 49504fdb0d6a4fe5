/**
 * The analysts' numbers and lists: each row of a terms sheet is one record that knows its cells. Made by whoever reads
 * policy workbooks, joined by the rules. Holds what an analyst typed, already checked against its type; decides nothing.
 */
@NullMarked
package org.trueup.rules.terms;

import org.jspecify.annotations.NullMarked;
