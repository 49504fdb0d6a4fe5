package org.trueup.batch.range;

/** Says that somebody else does a range by now, so that this program must not write it any more. */
public final class RangeLost extends RuntimeException {

    RangeLost(RangeKey range) {
        super("The range from " + range.from() + " of run " + range.run()
                + " was given to somebody else, since this program had not been heard of for a while.");
    }

    /** Whether it is why something failed. */
    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RangeLost) {
                return true;
            }
        }
        return false;
    }
}
