package org.trueup.server.policy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trueup.batch.store.PolicyVersion;
import org.trueup.batch.store.PolicyVersions;
import org.trueup.rules.fact.Vendor;
import org.trueup.server.problem.Refusal;

/** Finds the workbooks of a vendor, published ones and drafts, by their names. */
@Component
public class Editions {
    private final PolicyVersions versions;
    private final DraftRows drafts;

    Editions(PolicyVersions versions, DraftRows drafts) {
        this.versions = versions;
        this.drafts = drafts;
    }

    /** All vendors that have a version or a draft, by name. */
    public List<Vendor> vendors() {
        return drafts.vendors();
    }

    /** All published versions, the first one first. */
    public List<PolicyVersion> versions(Vendor vendor) {
        return versions.all(vendor);
    }

    /** Those that are neither published nor discarded, the last changed first. */
    public List<Draft> drafts(Vendor vendor) {
        return drafts.open(vendor);
    }

    /**
     * One by its name.
     *
     * @param field of the request that the name stands in
     * @throws Refusal where there is none
     */
    public Edition find(Vendor vendor, String field, String name) {
        EditionName wanted = EditionName.of(field, name);
        return wanted instanceof EditionName.Version version
                ? new Edition.OfVersion(version(vendor, version.number()))
                : new Edition.OfDraft(draft(vendor, ((EditionName.DraftNumber) wanted).number()));
    }

    /** @throws Refusal where there is none */
    public PolicyVersion version(Vendor vendor, int number) {
        return versions.all(vendor).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("The policy of %s has no version %d.".formatted(vendor, number)));
    }

    /** @throws Refusal where there is none */
    public Draft draft(Vendor vendor, int number) {
        return drafts.find(vendor, number)
                .orElseThrow(() -> Refusal.notFound("The policy of %s has no draft d%d.".formatted(vendor, number)));
    }

    /** The bytes of a workbook. */
    public byte[] workbook(Edition edition) {
        return edition instanceof Edition.OfVersion published
                ? versions.workbook(published.version())
                : drafts.workbook(((Edition.OfDraft) edition).draft());
    }
}
