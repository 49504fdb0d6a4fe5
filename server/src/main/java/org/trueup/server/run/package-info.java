/**
 * The work of a night as the rest of the server asks for it: open the store, run a night, hear how far it is, get a summary.
 * Policies are published through it too. Called by the command line, later by the schedule and the pages too. The one place that starts Spring, and only when
 * somebody needs the store. Never reads arguments, prints, or decides anything about a tenant.
 */
@NullMarked
package org.trueup.server.run;

import org.jspecify.annotations.NullMarked;
