package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.spreadsheets.report.TenantOutcome.Next;
import org.trueup.spreadsheets.report.TenantOutcome.RunningTerm;

/**
 * The term that ran on a night, and in a second line what was bought for afterwards, kept beside the position: a later feed
 * may say otherwise.
 */
final class PackedTerm {
    private PackedTerm() {}

    static @Nullable String pack(@Nullable RunningTerm running) {
        if (running == null) {
            return null;
        }
        Packed packed = new Packed()
                .field(running.startsOn().toString())
                .field(running.endsOn().toString())
                .field(running.term().name())
                .end();
        Next next = running.next();
        if (next != null) {
            Integer licenses = next.licenses();
            packed.field(next.subscriptionId())
                    .field(next.plan())
                    .field(licenses == null ? "" : licenses.toString())
                    .field(next.startsOn().toString())
                    .end();
        }
        return packed.toString();
    }

    static @Nullable RunningTerm unpack(@Nullable String packed) {
        if (packed == null) {
            return null;
        }
        List<List<String>> lines = Packed.lines(packed);
        List<String> running = lines.get(0);
        return new RunningTerm(
                LocalDate.parse(running.get(0)),
                LocalDate.parse(running.get(1)),
                Term.valueOf(running.get(2)),
                lines.size() == 1 ? null : next(lines.get(1)));
    }

    private static Next next(List<String> fields) {
        String licenses = fields.get(2);
        return new Next(
                fields.get(0),
                fields.get(1),
                licenses.isEmpty() ? null : (Integer) Integer.parseInt(licenses),
                LocalDate.parse(fields.get(3)));
    }
}
