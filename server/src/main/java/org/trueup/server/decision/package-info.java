/**
 * Decisions asked over HTTP between nights: what position a tenant's facts make, and whether a tenant may have more seats.
 * Reads what callers send into facts, asks the same engine as the night does, writes every answer into the decision log before it
 * goes out, and has no rule of its own. Called by programs and by the pages; never changes a fact or a position.
 */
@NullMarked
package org.trueup.server.decision;

import org.jspecify.annotations.NullMarked;
