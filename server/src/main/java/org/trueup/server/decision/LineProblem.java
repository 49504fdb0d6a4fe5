package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.trueup.server.problem.Refusal;

/**
 * What is wrong with a line of a stream, as problem details are.
 *
 * @param line counted from 1, blank ones too
 */
@Schema(name = "LineProblem")
record LineProblem(
        long line,
        String title,
        int status,
        String detail,
        @Nullable String field) {

    static LineProblem of(long line, Refusal refusal) {
        return new LineProblem(
                line,
                refusal.status().getReasonPhrase(),
                refusal.status().value(),
                String.valueOf(refusal.getMessage()),
                refusal.field());
    }
}
