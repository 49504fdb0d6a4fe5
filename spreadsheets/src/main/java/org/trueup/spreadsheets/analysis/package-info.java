/**
 * What a table of rules leaves out and what it says twice: gaps, ties, shadowed rows and rows that take nothing. A row is a
 * {@link org.trueup.spreadsheets.analysis.Box box} over typed axes, so every answer is exact for lists, numbers, dates and
 * blanks; the sweep over one axis after the other is that of Calvanese and others, "Semantics and Analysis of DMN Decision
 * Tables" (arXiv 1603.07466). Called by {@code org.trueup.spreadsheets.check}; the door is {@link
 * org.trueup.spreadsheets.analysis.TableAnalysis}. Knows no sheet and no policy: what the axes mean, and which points of
 * them can exist at all, is told by a {@link org.trueup.spreadsheets.analysis.Space}.
 */
@NullMarked
package org.trueup.spreadsheets.analysis;

import org.jspecify.annotations.NullMarked;
