package org.trueup.spreadsheets.analysis;

import java.util.BitSet;
import java.util.List;

/**
 * What no row takes.
 *
 * @param places on each axis; together with those on all others no row takes them
 * @param example taken by no row
 */
public record Gap<E>(List<BitSet> places, E example) {}
