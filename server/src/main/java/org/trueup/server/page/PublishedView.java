package org.trueup.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.server.policy.Publishing;

/** What came of publishing, told once. */
record PublishedView(
        int version,
        String from,
        List<String> nights,
        @Nullable Integer twin,
        @Nullable Integer next) {
    static PublishedView of(Publishing.Published published) {
        return new PublishedView(
                published.version().version(),
                Words.day(published.version().effectiveOn()),
                published.nightsTouched().stream().map(Words::day).toList(),
                published.twin().map(twin -> twin.version()).orElse(null),
                published.next().map(next -> next.version()).orElse(null));
    }
}
