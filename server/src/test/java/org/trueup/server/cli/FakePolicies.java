package org.trueup.server.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.Publication;
import org.trueup.batch.whatif.WhatIfRequest;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.run.Policies;
import org.trueup.server.run.StoreChoice;

/** Policies that are kept in memory. */
final class FakePolicies implements Policies {
    final List<PolicyVersion> kept = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();

    @Nullable
    StoreChoice store;

    boolean closed;

    @Nullable
    WhatIfRequest compared;

    @Nullable
    WhatIfResult answer;

    Policies open(StoreChoice choice, boolean verbose) {
        store = choice;
        return this;
    }

    void keep(String vendor, LocalDate effective, String author, String approver, String note) {
        kept.add(new PolicyVersion(
                new Vendor(vendor),
                versions(new Vendor(vendor)).size() + 1,
                effective,
                "0".repeat(64),
                author,
                approver,
                note,
                LocalDateTime.of(2026, 11, 21, 12, 0)));
    }

    @Override
    public PolicyVersion publish(Publication of, byte[] workbook) {
        keep(of.vendor().name(), of.effectiveOn(), of.author(), of.approver(), of.note());
        sizes.add(workbook.length);
        return kept.get(kept.size() - 1);
    }

    @Override
    public List<PolicyVersion> versions(Vendor vendor) {
        return kept.stream().filter(version -> version.vendor().equals(vendor)).toList();
    }

    @Override
    public WhatIfResult whatIf(WhatIfRequest request, NightProgress progress) {
        compared = request;
        if (answer == null) {
            throw new IllegalStateException("this test compares nothing");
        }
        return answer;
    }

    @Override
    public void close() {
        closed = true;
    }
}
