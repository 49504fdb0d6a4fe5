package org.trueup.spreadsheets.whatif;

/**
 * How many findings of one code there are over all tenants.
 *
 * @param before by the published policy
 * @param after by the draft
 * @param otherwise those of both with other words or another severity
 */
public record FindingTotal(long before, long after, long come, long gone, long otherwise) {

    FindingTotal plus(FindingTotal other) {
        return new FindingTotal(
                before + other.before,
                after + other.after,
                come + other.come,
                gone + other.gone,
                otherwise + other.otherwise);
    }

    /** Whether the draft makes a difference to findings of the code. */
    public boolean differs() {
        return come + gone + otherwise > 0;
    }
}
