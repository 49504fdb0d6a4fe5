/**
 * The night: reads the facts of all tenants from the store, has the policy engine decide them, keeps the answers under a
 * run of their own, reconciles the run to the last tenant, writes the reports and only then lets the run count for its
 * date. Called by the command line and the server. Decides nothing itself and opens no Excel file.
 */
@NullMarked
package org.trueup.batch.night;

import org.jspecify.annotations.NullMarked;
