package org.trueup.server.page;

import org.jspecify.annotations.Nullable;
import org.trueup.server.problem.Refusal;

/** What is wrong with a form that was sent, for the page that shows it again. */
record FormProblem(@Nullable String field, String sentence) {
    static FormProblem of(Refusal refusal) {
        return new FormProblem(refusal.field(), String.valueOf(refusal.getMessage()));
    }

    /** As HTML says of an input whether it is the one at fault; none where it isn't. */
    public @Nullable String at(String name) {
        return name.equals(field) ? "true" : null;
    }
}
