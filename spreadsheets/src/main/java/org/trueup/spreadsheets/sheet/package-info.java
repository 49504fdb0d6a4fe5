/**
 * Excel files opened safely and read into plain values: a cell becomes a typed value with its place. Called by the
 * packages that know what the sheets mean. A file is measured and searched for macros, links and other risks before any
 * parser sees it. Knows nothing of policies, never evaluates a formula and never writes a file.
 */
@NullMarked
package org.trueup.spreadsheets.sheet;

import org.jspecify.annotations.NullMarked;
