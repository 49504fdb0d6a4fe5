package org.trueup.spreadsheets.analysis;

import java.util.Optional;

/**
 * The axes of a table, and what can be found on them. Not everything can: who holds unlimited licences is never over them.
 *
 * @param <E> what rows take, for example an account
 */
public interface Space<E> {

    /** Everything on all axes. */
    Box whole();

    /** Something within a box, easy to imagine; none if and only if nothing within it can exist. */
    Optional<E> example(Box within);
}
