package org.trueup.batch.range;

/** That a range be done, by the numbers under which Spring Batch keeps it. */
record RangeRequest(long stepExecution, long jobExecution, int run) {}
