package org.trueup.server.tenant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.trueup.batch.night.PastPosition;
import org.trueup.server.body.PositionFields;

/** A position of a stored night over HTTP. */
record PositionBody(LocalDate asOf, int run, @JsonUnwrapped PositionFields fields) {

    static PositionBody of(TenantView view) {
        return new PositionBody(
                view.seen().asOf(), view.seen().run(), PositionFields.of(view.tenant(), view.position(), null));
    }

    static PositionBody of(PastPosition night) {
        return new PositionBody(night.asOf(), night.run(), PositionFields.of(night.tenant(), night.position(), null));
    }
}
