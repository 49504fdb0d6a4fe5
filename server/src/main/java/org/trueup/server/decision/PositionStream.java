package org.trueup.server.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.PublishedPolicies;
import org.trueup.server.decision.GivenTenant.Question;
import org.trueup.server.problem.Refusal;

/**
 * Tenants in, positions out, a line each and in the same order, in constant memory. Lines that are there already are decided
 * together; nobody waits for a line that has not come yet. A bad line is answered by its problem and ends nothing.
 */
final class PositionStream {
    private static final int MOST_TENANTS = 200;
    private static final long MOST_BYTES = 4L << 20;
    private static final int END = '\n';

    private final Decisions decisions;
    private final Json json;
    private final String who;
    private final PublishedPolicies policies;
    private final LocalDate today;

    PositionStream(Decisions decisions, Json json, String who) {
        this.decisions = decisions;
        this.json = json;
        this.who = who;
        this.policies = decisions.policies();
        this.today = decisions.today();
    }

    /** What a line is: a question or, without one, what is wrong with it. */
    private record Asked(
            long line,
            @Nullable Question question,
            @Nullable Refusal refusal) {}

    void answer(InputStream in, OutputStream out) throws IOException {
        Lines lines = new Lines(in, Json.MOST_BYTES);
        List<Asked> batch = new ArrayList<>();
        Set<Object> tenants = new HashSet<>();
        long bytes = 0;
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                Asked asked = read(line);
                // one tenant can be decided only once at a time
                if (asked.question() != null && !tenants.add(key(asked.question()))) {
                    write(batch, out);
                    tenants.clear();
                    tenants.add(key(asked.question()));
                    bytes = 0;
                }
                batch.add(asked);
                bytes += line.text().length;
            }
            if (batch.size() == MOST_TENANTS || bytes > MOST_BYTES || !lines.isReady()) {
                write(batch, out);
                tenants.clear();
                bytes = 0;
            }
        }
        write(batch, out);
    }

    private static Object key(Question question) {
        return List.of(question.facts().id(), question.asOf());
    }

    private Asked read(Lines.Line line) {
        try {
            if (line.tooLong()) {
                throw Json.tooLarge("The line");
            }
            GivenTenant given = json.read(line.text(), 0, line.text().length, GivenTenant.class);
            return new Asked(line.number(), given.at(Place.TOP, today), null);
        } catch (Refusal refusal) {
            return new Asked(line.number(), null, refusal);
        }
    }

    private void write(List<Asked> batch, OutputStream out) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<Question> questions = new ArrayList<>(batch.size());
        for (Asked asked : batch) {
            if (asked.question() != null) {
                questions.add(asked.question());
            }
        }
        List<PositionAnswer> answers = questions.isEmpty() ? List.of() : decisions.positions(who, questions, policies);
        int next = 0;
        for (Asked asked : batch) {
            Refusal refusal = asked.refusal();
            out.write(json.bytes(refusal == null ? answers.get(next++) : LineProblem.of(asked.line(), refusal)));
            out.write(END);
        }
        out.flush();
        batch.clear();
    }
}
