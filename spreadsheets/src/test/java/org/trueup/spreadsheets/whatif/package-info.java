/** Tests of comparing the answers of two policies about one tenant, and of the sums over all. */
@NullMarked
package org.trueup.spreadsheets.whatif;

import org.jspecify.annotations.NullMarked;
