package org.trueup.rules.cure;

import org.jspecify.annotations.Nullable;

/**
 * One change that the engine said cures.
 *
 * @param words as an imperative, without an end
 * @param less the next smaller change of its kind, of which the engine said that it does not cure; none where there is none
 *     or where it would be no change at all
 */
public record Cure(Change change, String words, @Nullable Change less) {}
