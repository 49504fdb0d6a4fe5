/**
 * The what-if: all tenants of a vendor decided twice in one pass over the stored facts, by the published policy and by a
 * draft, and the differences written as a workbook. Called by the command line, later by the server. Stores nothing, takes
 * no lock and runs no job: there is nothing to start again from. The door is {@link org.trueup.batch.whatif.WhatIf}.
 */
@NullMarked
package org.trueup.batch.whatif;

import org.jspecify.annotations.NullMarked;
