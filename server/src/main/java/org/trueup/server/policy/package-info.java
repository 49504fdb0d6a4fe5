/**
 * The life of a vendor's policy on the server: drafts, their check, what they would change, publishing by a second person,
 * rolling back, and what changed between any two. Asked by its HTTP interface and by the pages, which get the same services.
 * Who is calling is asked of {@link org.trueup.server.security.Caller}; whatever changes something leaves a line in the audit
 * log, in the same transaction. Nothing of a workbook is ever executed, and a published version never changes.
 */
@NullMarked
package org.trueup.server.policy;

import org.jspecify.annotations.NullMarked;
