package org.trueup.batch.night;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Concern;
import org.trueup.rules.outcome.Status;
import org.trueup.spreadsheets.report.TenantOutcome.NightBefore;

/** What the night before said of a tenant, kept beside its position: that night may be run again. */
final class PackedNightBefore {
    private PackedNightBefore() {}

    static @Nullable String pack(@Nullable NightBefore before) {
        if (before == null) {
            return null;
        }
        Concern concern = before.concern();
        Status status = concern.status();
        Integer used = before.used();
        String codes = KeptConcern.codes(concern);
        return new Packed()
                .field(before.asOf().toString())
                .field(status == null ? "" : status.name())
                .field(concern.shortBy())
                .field(used == null ? "" : used.toString())
                .field(before.nightsUnchanged())
                .field(codes == null ? "" : codes)
                .end()
                .toString();
    }

    static @Nullable NightBefore unpack(@Nullable String packed) {
        if (packed == null) {
            return null;
        }
        List<String> fields = Packed.lines(packed).get(0);
        String status = fields.get(1);
        String used = fields.get(3);
        return new NightBefore(
                LocalDate.parse(fields.get(0)),
                new Concern(
                        status.isEmpty() ? null : Status.valueOf(status),
                        Integer.parseInt(fields.get(2)),
                        KeptConcern.codes(fields.get(5))),
                used.isEmpty() ? null : (Integer) Integer.parseInt(used),
                Integer.parseInt(fields.get(4)));
    }
}
