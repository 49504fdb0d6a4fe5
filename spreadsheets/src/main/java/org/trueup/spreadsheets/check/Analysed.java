package org.trueup.spreadsheets.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.analysis.Box;
import org.trueup.spreadsheets.analysis.Gap;
import org.trueup.spreadsheets.analysis.Space;

/**
 * A sheet as the analysis sees it.
 *
 * @param <R> a row of it
 * @param <E> what rows take
 */
interface Analysed<R, E> extends Space<E> {

    List<R> rows();

    SheetRow at(R row);

    /** The heading of the column at which something wrong with a whole row is told. */
    String column();

    Box box(R row);

    /** Above 0 where the first row wins over the second, 0 where only their order tells. */
    int rank(R row, R other);

    /** What the conditions of an axis are about, within a sentence, for example {@code day of month}. */
    String condition(int axis);

    /** Whether the row takes the example, as the rules would say. */
    boolean takes(R row, E example);

    /** What a row answers, by heading. */
    Map<String, @Nullable Object> answers(R row);

    /** The example within a sentence, for example {@code an account of kind person}. */
    String said(E example);

    /** What a gap is about beside its example, for example {@code of the plan Medium}; empty where that is everything. */
    String about(Gap<E> gap);
}
