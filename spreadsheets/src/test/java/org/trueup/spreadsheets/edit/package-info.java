/** Tests of editing workbooks in place. */
@NullMarked
package org.trueup.spreadsheets.edit;

import org.jspecify.annotations.NullMarked;
