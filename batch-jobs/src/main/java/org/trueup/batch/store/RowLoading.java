package org.trueup.batch.store;

/** How the full buffers of one loader reach their table, in order. A failure is thrown by a later call. */
interface RowLoading {
    /** Takes a full buffer and returns an empty one to go on with. */
    RowBuffer hand(RowBuffer full);

    /** Returns when everything that was handed over is in the table. */
    void finish();

    /** Hands over no more; what is being loaded ends by itself. */
    void abandon();
}
