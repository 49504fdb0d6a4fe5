/**
 * What the engine answers: a position, findings, months and counted users, each with the sheet cells that decided it.
 * Called by whoever stores, reports or serves answers. Never changes after it was made and never decides anything.
 */
@NullMarked
package org.trueup.rules.outcome;

import org.jspecify.annotations.NullMarked;
