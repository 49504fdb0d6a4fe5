@NullMarked
package org.trueup.spreadsheets.parts;

import org.jspecify.annotations.NullMarked;
