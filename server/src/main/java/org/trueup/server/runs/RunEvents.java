package org.trueup.server.runs;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.trueup.batch.night.RunViews;
import org.trueup.batch.night.StoredRun;
import org.trueup.server.problem.Refusal;

/**
 * Tells those who follow a run how far it is: {@code progress} when that changed, {@code note} for what a person should know,
 * {@code ended} as the last. One thread tells them all, twice a second, so that a night does not wait for a slow listener.
 */
@Component
class RunEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunEvents.class);
    private static final long EVERY_MILLIS = 500;
    private static final int TURNS_BETWEEN_LOOKS_INTO_THE_STORE = 4;
    private static final int TURNS_BETWEEN_SIGNS_OF_LIFE = 30;
    private static final int MOST = 200;

    /** Whoever follows a run for longer connects again, as browsers do by themselves. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Runs runs;
    private final RunViews views;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-events");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    RunEvents(Runs runs, RunViews views) {
        this.runs = runs;
        this.views = views;
    }

    private static final class Follower {
        private final int run;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private @Nullable RunProgress told;
        private int notes;
        private int turns;

        Follower(int run) {
            this.run = run;
        }

        void send(String event, Object told) throws IOException {
            emitter.send(SseEmitter.event().name(event).data(told, MediaType.APPLICATION_JSON));
        }
    }

    SseEmitter follow(StoredRun run) {
        if (followers.size() >= MOST) {
            throw Refusal.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "Too many follow runs at the moment; ask for the run itself.");
        }
        Follower follower = new Follower(run.number());
        follower.emitter.onCompletion(() -> followers.remove(follower));
        follower.emitter.onTimeout(follower.emitter::complete);
        follower.emitter.onError(gone -> followers.remove(follower));
        followers.add(follower);
        return follower.emitter;
    }

    private void tellAll() {
        for (Follower follower : followers) {
            try {
                tell(follower);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("Somebody who followed run {} is gone", follower.run, gone);
                followers.remove(follower);
            } catch (RuntimeException failure) {
                LOG.warn("Who follows run {} could not be told: {}", follower.run, failure.getMessage());
            }
        }
    }

    private void tell(Follower follower) throws IOException {
        int turn = follower.turns++;
        Optional<LiveRun> live = runs.live().filter(each -> each.number() == follower.run);
        if (live.isPresent()) {
            tellProgress(follower, live.get());
        } else if (turn % TURNS_BETWEEN_LOOKS_INTO_THE_STORE == 0) {
            StoredRun stored = runs.find(follower.run);
            if (stored.status().ended()) {
                follower.send("ended", RunBody.of(stored, views.tally(stored.number()), null, null));
                follower.emitter.complete();
                return;
            }
        }
        if (turn % TURNS_BETWEEN_SIGNS_OF_LIFE == TURNS_BETWEEN_SIGNS_OF_LIFE - 1) {
            follower.emitter.send(SseEmitter.event().comment("still there"));
        }
    }

    private static void tellProgress(Follower follower, LiveRun live) throws IOException {
        for (String note : live.notes(follower.notes)) {
            follower.send("note", new Note(note));
            follower.notes++;
        }
        RunProgress now = live.now();
        RunProgress told = follower.told;
        boolean same = told != null && told.phase().equals(now.phase()) && told.done() == now.done();
        if (!same) {
            follower.send("progress", now);
            follower.told = now;
        }
    }

    /** Something that a person should know and that stops nothing. */
    record Note(String note) {}

    @Override
    public void start() {
        running = true;
        teller.scheduleWithFixedDelay(this::tellAll, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Lets everybody go, so that the web server need not wait for them. */
    @Override
    public void stop() {
        running = false;
        followers.forEach(follower -> follower.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @PreDestroy
    void end() {
        teller.shutdownNow();
    }
}
