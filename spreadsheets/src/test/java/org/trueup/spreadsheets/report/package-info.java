/** Tests of a night's files: a small made-up night is written, and read back by readers that are not the writers. */
@NullMarked
package org.trueup.spreadsheets.report;

import org.jspecify.annotations.NullMarked;
