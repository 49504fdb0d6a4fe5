package org.trueup.server.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.PolicyEvent;
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
    final List<byte[]> workbooks = new ArrayList<>();
    final List<PolicyEvent> events = new ArrayList<>();
    final List<LocalDate> nights = new ArrayList<>();

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
        keep(vendor, effective, author, approver, note, null, new byte[0]);
    }

    private void keep(
            String vendor,
            LocalDate effective,
            String author,
            String approver,
            String note,
            @Nullable Integer backTo,
            byte[] workbook) {
        workbooks.add(workbook);
        kept.add(new PolicyVersion(
                new Vendor(vendor),
                versions(new Vendor(vendor)).size() + 1,
                effective,
                backTo,
                String.format("%064x", Arrays.hashCode(workbook) & 0xFFFFFFFFL),
                author,
                approver,
                note,
                LocalDateTime.of(2026, 11, 21, 12, 0)));
    }

    @Override
    public PolicyVersion publish(Publication of, byte[] workbook) {
        keep(of.vendor().name(), of.effectiveOn(), of.author(), of.approver(), of.note(), null, workbook);
        return kept.get(kept.size() - 1);
    }

    @Override
    public PolicyVersion rollBack(Publication of, PolicyVersion to) {
        String vendor = of.vendor().name();
        keep(vendor, of.effectiveOn(), of.author(), of.approver(), of.note(), to.version(), workbook(to));
        return kept.get(kept.size() - 1);
    }

    @Override
    public byte[] workbook(PolicyVersion version) {
        return workbooks.get(kept.indexOf(version));
    }

    @Override
    public List<PolicyEvent> history(Vendor vendor) {
        return events;
    }

    @Override
    public List<LocalDate> nightsTouchedBy(PolicyVersion version) {
        return nights;
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
