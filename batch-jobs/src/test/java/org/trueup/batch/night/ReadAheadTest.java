package org.trueup.batch.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadAheadTest {
    private static void offer(ReadAhead.Sink<Integer> sink, int count) {
        for (int i = 0; i < count; i++) {
            int each = i;
            sink.offer(1, () -> each);
        }
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("read-ahead"))
                .toList();
    }

    @Test
    void handsOverInOrderAndOnTheCallersThread() {
        List<Integer> taken = new ArrayList<>();
        Thread caller = Thread.currentThread();

        ReadAhead.<Integer>each(7, sink -> offer(sink, 1_000), next -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            taken.add(next);
        });

        assertThat(taken).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
        assertThat(readers()).isEmpty();
    }

    @Test
    void readsAheadAsFarAsThereIsRoomAndNoFarther() {
        CountDownLatch room = new CountDownLatch(5);
        AtomicInteger made = new AtomicInteger();
        AtomicInteger worked = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();

        ReadAhead.<Integer>each(
                5,
                sink -> IntStream.range(0, 50)
                        .forEach(i -> sink.offer(1, () -> {
                            int count = made.incrementAndGet();
                            room.countDown();
                            return count;
                        })),
                next -> {
                    await(room);
                    ahead.add(made.get() - worked.getAndIncrement());
                });

        assertThat(ahead).hasSize(50).allMatch(count -> count <= 5).startsWith(5);
    }

    @Test
    void whatIsHeavierThanAllRoomIsReadWhenNothingElseIsThere() {
        AtomicInteger there = new AtomicInteger();
        List<String> taken = new ArrayList<>();

        ReadAhead.<String>each(
                10,
                sink -> {
                    for (int weight : new int[] {4, 4, Integer.MAX_VALUE, 4}) {
                        sink.offer(weight, () -> there.incrementAndGet() + " there with " + weight);
                    }
                },
                next -> {
                    taken.add(next);
                    there.decrementAndGet();
                });

        assertThat(taken).hasSize(4).element(2).isEqualTo("1 there with " + Integer.MAX_VALUE);
    }

    @Test
    void nobodyHoldsWhatWasWorkedOnWhenWhatNeedsAllRoomIsRead() {
        List<WeakReference<Object>> made = new ArrayList<>();
        List<Boolean> gone = new ArrayList<>();

        ReadAhead.<Object>each(
                10,
                sink -> IntStream.range(0, 3)
                        .forEach(i -> sink.offer(Integer.MAX_VALUE, () -> {
                            gone.add(made.stream().allMatch(ReadAheadTest::isCollected));
                            Object large = new Object();
                            made.add(new WeakReference<>(large));
                            return large;
                        })),
                large -> assertThat(large).isNotNull());

        assertThat(gone).containsExactly(true, true, true);
    }

    private static boolean isCollected(WeakReference<Object> reference) {
        for (int attempt = 0; attempt < 50 && !reference.refersTo(null); attempt++) {
            System.gc();
        }
        return reference.refersTo(null);
    }

    @Test
    void whatFailsInReadingFailsHereAfterWhatWasReadBefore() {
        List<Integer> taken = new ArrayList<>();

        assertThatThrownBy(() -> ReadAhead.<Integer>each(
                        10,
                        sink -> {
                            offer(sink, 3);
                            throw new NightException("gone");
                        },
                        taken::add))
                .isInstanceOf(NightException.class)
                .hasMessage("gone");

        assertThat(taken).containsExactly(0, 1, 2);
    }

    @Test
    void nobodyReadsOnWhenTheWorkFails() {
        AtomicInteger made = new AtomicInteger();

        assertThatThrownBy(() -> ReadAhead.<Integer>each(
                        10,
                        sink -> IntStream.range(0, 1_000).forEach(i -> sink.offer(1, made::incrementAndGet)),
                        next -> {
                            throw new IllegalStateException("full");
                        }))
                .hasMessage("full");

        assertThat(readers()).isEmpty();
        assertThat(made.get()).isLessThanOrEqualTo(10);
    }

    @Test
    void anInterruptionIsForWhoeverWorksOnWhatWasRead() {
        List<Boolean> interrupted = new ArrayList<>();
        Thread.currentThread().interrupt();

        ReadAhead.<Integer>each(10, sink -> offer(sink, 2), next -> interrupted.add(Thread.interrupted()));

        assertThat(interrupted).containsExactly(true, false);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptionWhileNothingIsThereYetIsForIt() {
        Thread caller = Thread.currentThread();
        List<Boolean> interrupted = new ArrayList<>();

        ReadAhead.<Integer>each(
                10,
                sink -> {
                    waitUntilItWaits(caller);
                    caller.interrupt();
                    waitUntilItWaits(caller);
                    offer(sink, 1);
                },
                next -> interrupted.add(Thread.interrupted()));

        assertThat(interrupted).containsExactly(true);
    }

    private static void waitUntilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING || thread.isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aReaderThatForgetsThatItWasInterruptedEndsAllTheSame() {
        assertThatThrownBy(() -> ReadAhead.<Integer>each(
                        1,
                        sink -> {
                            sink.offer(1, () -> 1);
                            while (!Thread.interrupted()) {
                                Thread.onSpinWait();
                            }
                            sink.offer(1, () -> 2);
                        },
                        next -> {
                            throw new IllegalStateException("full");
                        }))
                .hasMessage("full");

        assertThat(readers()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
