package org.trueup.server.run;

import java.time.LocalDate;
import java.util.List;
import org.trueup.batch.night.NightProgress;
import org.trueup.batch.store.PolicyEvent;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.Publication;
import org.trueup.batch.whatif.WhatIfRequest;
import org.trueup.batch.whatif.WhatIfResult;
import org.trueup.rules.fact.Vendor;

/** The policy versions of an opened store. Closing it closes the store. */
public interface Policies extends AutoCloseable {

    /**
     * Keeps a workbook, which has been read and taken, as the vendor's next version.
     *
     * @throws RuntimeException when that fails; its message is one sentence for people where one of our modules says why
     */
    PolicyVersion publish(Publication publication, byte[] workbook);

    /**
     * Keeps the workbook of an earlier version, which has been read and taken, as the vendor's next one.
     *
     * @throws RuntimeException as {@link #publish}
     */
    PolicyVersion rollBack(Publication publication, PolicyVersion to);

    /**
     * The workbook of a version, as it was published.
     *
     * @throws RuntimeException as {@link #publish}, also when it is not the one that was published any more
     */
    byte[] workbook(PolicyVersion version);

    /** Everything that was ever done to a vendor's policy, the first first. */
    List<PolicyEvent> history(Vendor vendor);

    /** The dates of the vendor's stored nights on which a version is in force, the earliest first. */
    List<LocalDate> nightsTouchedBy(PolicyVersion version);

    /** All versions of a vendor's policy, the first one first; empty for a vendor without a policy. */
    List<PolicyVersion> versions(Vendor vendor);

    /**
     * Decides every tenant of a draft's vendor by the version in force and by the draft, and writes what is different as a
     * workbook. Nothing is stored.
     *
     * @param progress told how far it is, by any thread
     * @throws RuntimeException when that fails; its message is one sentence for people where one of our modules says why
     */
    WhatIfResult whatIf(WhatIfRequest request, NightProgress progress);

    @Override
    void close();
}
