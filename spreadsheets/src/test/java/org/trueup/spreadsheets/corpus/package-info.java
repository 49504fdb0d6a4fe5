/** Workbooks that somebody might send, clumsy and hostile ones, each with what must become of it. */
@NullMarked
package org.trueup.spreadsheets.corpus;

import org.jspecify.annotations.NullMarked;
