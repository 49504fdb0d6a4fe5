/**
 * The analysts' policy workbooks read into terms, every value with the address of its cell. Called by whoever loads or
 * checks a policy; the door is {@link org.trueup.spreadsheets.policybook.PolicyBook}. What an analyst types is parsed
 * against its column's type or refused with a sentence; it is never run as code. Reads Plans first, since the other
 * sheets name plans. Decides nothing about tenants.
 */
@NullMarked
package org.trueup.spreadsheets.policybook;

import org.jspecify.annotations.NullMarked;
