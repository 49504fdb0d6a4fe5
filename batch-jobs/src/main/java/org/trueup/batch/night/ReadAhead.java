package org.trueup.batch.night;

import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own while what was read before is worked on, as far ahead as memory allows. What is read comes in
 * its order, and what fails there fails here.
 */
final class ReadAhead<T> {
    private final int most;
    private final Semaphore room;
    private final LinkedBlockingQueue<Read<T>> read = new LinkedBlockingQueue<>();

    /** @param what is null behind the last one */
    private record Read<T>(
            @Nullable T what, int weight, @Nullable Throwable failure) {}

    /** Takes what is read; waits until there is room for it. */
    @FunctionalInterface
    interface Taker<T> {
        /**
         * @param weight how much room it takes; what is heavier than all room is read when nothing else is there
         * @param what is asked when there is room for it
         */
        void take(int weight, Supplier<T> what);
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
    static <T> void each(int most, Consumer<Taker<T>> reading, Consumer<T> work) {
        new ReadAhead<T>(most).run(reading, work);
    }

    private void run(Consumer<Taker<T>> reading, Consumer<T> work) {
        Thread thread = new Thread(() -> read(reading), "read-ahead");
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                Read<T> next;
                try {
                    next = read.take();
                } catch (InterruptedException e) {
                    // whoever works on what was read looks whether to go on
                    interrupted = true;
                    continue;
                }
                T what = next.what();
                if (what == null) {
                    rethrow(next.failure());
                    return;
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                    interrupted = false;
                }
                work.accept(what);
                room.release(next.weight());
            }
        } finally {
            end(thread, interrupted);
        }
    }

    private void read(Consumer<Taker<T>> reading) {
        Throwable failure = null;
        try {
            reading.accept(this::take);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        read.add(new Read<>(null, 0, failure));
    }

    private void take(int weight, Supplier<T> what) {
        int taken = Math.min(weight, most);
        try {
            room.acquire(taken);
        } catch (InterruptedException e) {
            throw new CancellationException("nobody takes it any more");
        }
        read.add(new Read<>(what.get(), taken, null));
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Nobody may read on when the caller goes on: what is read may be dropped then. */
    private static void end(Thread thread, boolean wasInterrupted) {
        boolean interrupted = wasInterrupted;
        thread.interrupt();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
