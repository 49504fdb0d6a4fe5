package org.trueup.batch.feed;

import java.util.List;

/** Merges sorted runs into one, joining the days of equal keys: a heap of runs, the one with the lowest key on top. */
final class RunMerge {
    private final SortedRun[] heap;
    private int size;

    private RunMerge(SortedRun[] heap) {
        this.heap = heap;
    }

    static RunMerge of(List<SortedRun> runs) {
        RunMerge merge = new RunMerge(new SortedRun[runs.size()]);
        for (SortedRun run : runs) {
            if (run.next()) {
                merge.heap[merge.size++] = run;
            }
        }
        for (int i = merge.size / 2 - 1; i >= 0; i--) {
            merge.sink(i);
        }
        return merge;
    }

    void forEach(SortedRun.Row row) {
        while (size > 0) {
            long key = heap[0].key();
            int days = 0;
            while (size > 0 && heap[0].key() == key) {
                days |= heap[0].days();
                advanceTop();
            }
            row.take(key, days);
        }
    }

    private void advanceTop() {
        if (!heap[0].next()) {
            heap[0] = heap[--size];
        }
        sink(0);
    }

    private void sink(int from) {
        SortedRun moving = heap[from];
        int hole = from;
        for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && heap[child + 1].key() < heap[child].key()) {
                child++;
            }
            if (heap[child].key() >= moving.key()) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = moving;
    }
}
