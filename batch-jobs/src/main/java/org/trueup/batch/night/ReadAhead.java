package org.trueup.batch.night;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own while what was read before is worked on, as far ahead as memory allows. What is read comes in
 * its order, and what fails there fails here.
 */
final class ReadAhead<T> {
    /** How often each thread looks whether the other is still there: it may have ended without a word when memory is full. */
    /** What the item without anything weighs, after which nothing follows. */
    private static final int END = -1;

    private static final long LOOK_MILLIS = 1_000;

    private final int most;
    private final Semaphore room;
    private final BlockingQueue<Item<T>> queue = new LinkedBlockingQueue<>();
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;

    /** @param what is null behind the last one */
    private record Item<T>(@Nullable T what, int weight) {}

    /** Whom what is read is offered to. */
    @FunctionalInterface
    interface Sink<T> {
        /**
         * Waits until there is room for something, then asks for it.
         *
         * @param weight how much room it takes; what is heavier than all room is read when nothing else is there
         */
        void offer(int weight, Supplier<T> what);
    }

    private ReadAhead(int most) {
        this.most = most;
        this.room = new Semaphore(most);
    }

    /**
     * Hands over all that is read, in its order.
     *
     * @param most how much may be there at a time, by its weight
     * @param reading is called on the other thread, and ended early when {@code work} fails
     */
    static <T> void each(int most, Consumer<Sink<T>> reading, Consumer<T> work) {
        new ReadAhead<T>(most).run(reading, work);
    }

    private void run(Consumer<Sink<T>> reading, Consumer<T> work) {
        Thread thread = new Thread(() -> read(reading), "read-ahead");
        thread.start();
        try {
            for (int weight = workOnNext(thread, work); weight != END; weight = workOnNext(thread, work)) {
                room.release(weight);
            }
        } finally {
            end(thread);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Returns the weight of what was worked on, which nothing here holds any longer then: what comes next may need all room. */
    private int workOnNext(Thread thread, Consumer<T> work) {
        Item<T> item = next(thread);
        if (item.what() != null) {
            work.accept(item.what());
        }
        return item.weight();
    }

    private void read(Consumer<Sink<T>> reading) {
        try {
            reading.accept(this::offer);
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            queue.add(new Item<>(null, END));
        }
    }

    private void offer(int weight, Supplier<T> what) {
        int taken = Math.min(weight, most);
        try {
            room.acquire(taken);
        } catch (InterruptedException e) {
            ended = true;
        }
        if (ended) {
            throw new CancellationException("nobody takes it any more");
        }
        queue.add(new Item<>(what.get(), taken));
    }

    /** An interruption is for whoever works on what was read: it ends no waiting, and is there again afterwards. */
    private Item<T> next(Thread thread) {
        boolean interrupted = false;
        try {
            while (true) {
                // asked before the queue is: what the thread has put there is there then
                boolean over = !thread.isAlive();
                try {
                    Item<T> item = queue.poll(over ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    if (item != null) {
                        return item;
                    }
                    if (over) {
                        throw new IllegalStateException("reading ended without a word", failure);
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nobody may read on when the caller goes on: what is read may be dropped then. */
    private void end(Thread thread) {
        ended = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
