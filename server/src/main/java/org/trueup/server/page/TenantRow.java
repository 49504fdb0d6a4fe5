package org.trueup.server.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.SeenTenant;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.outcome.Grace;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.outcome.Status;

/** A tenant in the list. */
record TenantRow(
        String id,
        String name,
        String vendor,
        @Nullable String manager,
        String plan,
        String used,
        String licensed,
        String shortBy,
        Word status,
        String graceEnds,
        String trueUp) {

    static TenantRow of(SeenTenant seen) {
        Tenant tenant = seen.outcome().assessment().tenant();
        Position position = seen.outcome().assessment().position();
        String id = tenant.id().value();
        if (position == null) {
            return new TenantRow(
                    id,
                    tenant.name(),
                    tenant.vendor().name(),
                    tenant.accountManager(),
                    "–",
                    "–",
                    "–",
                    "",
                    Word.of((Status) null),
                    "",
                    "");
        }
        Grace grace = position.grace();
        int beyond = position.shortBy();
        return new TenantRow(
                id,
                tenant.name(),
                tenant.vendor().name(),
                tenant.accountManager(),
                position.plan(),
                Words.number(position.used()),
                position.licensed().unlimited()
                        ? "unlimited"
                        : Words.number(
                                Objects.requireNonNull(position.licensed().count())),
                beyond == 0 ? "" : Words.number(beyond),
                Word.of(position.status()),
                grace == null ? "" : Words.day(grace.endsOn()),
                beyond == 0 || position.trueUpAmount() == null ? "" : Words.money(position.trueUpAmount()));
    }
}
