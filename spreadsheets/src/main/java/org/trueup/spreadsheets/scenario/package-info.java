/**
 * The analysts' own tests: sheets of scenarios, facts on the left and what is expected on the right. Called by
 * {@code org.trueup.spreadsheets.check}, which tells a failed one as an error. Decides them with the same engine as a
 * night, from facts made of what the row says. Never looks at a real tenant.
 */
@NullMarked
package org.trueup.spreadsheets.scenario;

import org.jspecify.annotations.NullMarked;
