package org.trueup.batch.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** How the parts of the policy engine share its time, by samples that the Flight Recorder takes of what threads are at. */
final class EngineParts {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final String ENGINE = "org.trueup.rules.policy.DroolsPolicyEngine";

    private final Recording recording = new Recording();

    private EngineParts() {
        recording.enable(SAMPLE).withPeriod(PERIOD);
        recording.start();
    }

    /** Begins to look. Stacks deeper than the recorder keeps are not the engine's: it has to keep 200 frames. */
    static EngineParts watch() {
        return new EngineParts();
    }

    /** What the engine is at, the way back's questions among it: each is counted and decided like the tenant itself. */
    private enum Part {
        /** Drools, the conditions and consequences that it calls, and its sessions. */
        RULES("rules"),
        COUNTING("counting accounts"),
        MONTHS("months"),
        CHECKS("the analysts' checks"),
        WAYS_BACK("looking for ways back"),
        ANSWERS("putting answers together");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** For example {@code rules 9.1 %, counting accounts 3.4 %, …}, the shares adding up to the engine's; looks no longer. */
    String told(double engineShare) {
        Map<Part, Integer> samples = samples();
        double all = Math.max(
                1, samples.values().stream().mapToInt(Integer::intValue).sum());
        return Arrays.stream(Part.values())
                .map(part ->
                        "%s %.1f %%".formatted(part.words, 100 * engineShare * samples.getOrDefault(part, 0) / all))
                .collect(Collectors.joining(", "));
    }

    private Map<Part, Integer> samples() {
        Map<Part, Integer> samples = new EnumMap<>(Part.class);
        try {
            Path file = Files.createTempFile("engine", ".jfr");
            try (recording) {
                recording.stop();
                recording.dump(file);
            }
            try (RecordingFile events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    Part part = part(events.readEvent());
                    if (part != null) {
                        samples.merge(part, 1, Integer::sum);
                    }
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new IllegalStateException("the samples cannot be read", e);
        }
        return samples;
    }

    private static @Nullable Part part(RecordedEvent event) {
        if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) {
            return null;
        }
        Part part = null;
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            RecordedMethod method = frame.getMethod();
            String type = method.getType().getName();
            if (type.equals(ENGINE)) {
                return part == null ? Part.ANSWERS : part;
            }
            part = enclosed(part, type, method.getName());
        }
        return null;
    }

    /** What a frame makes of a part further in: the innermost tells, but for what uses counting or rules for its own ends. */
    private static @Nullable Part enclosed(@Nullable Part part, String type, String method) {
        if (type.equals("org.trueup.rules.policy.VendorRules") && method.contains("check")) {
            return Part.CHECKS;
        }
        if (type.equals("org.trueup.rules.policy.Conclusions") && part == Part.COUNTING) {
            return Part.MONTHS;
        }
        return part == null ? part(type) : part;
    }

    private static @Nullable Part part(String type) {
        if (type.startsWith("org.trueup.rules.counting.")) {
            return Part.COUNTING;
        }
        if (type.startsWith("org.drools.")) {
            return Part.RULES;
        }
        return type.startsWith("org.trueup.rules.cure.") ? Part.WAYS_BACK : null;
    }
}
