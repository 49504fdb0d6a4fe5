@NullMarked
package org.trueup.spreadsheets.annotate;

import org.jspecify.annotations.NullMarked;
