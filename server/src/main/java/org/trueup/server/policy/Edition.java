package org.trueup.server.policy;

import org.trueup.batch.store.PolicyVersion;
import org.trueup.rules.fact.Vendor;

/** One workbook of a vendor that the store keeps. */
public sealed interface Edition {

    /** As people and programs call it, for example {@code 3} or {@code d17}. */
    String name();

    Vendor vendor();

    /** 64 lower-case hexadecimal digits. */
    String sha256();

    record OfVersion(PolicyVersion version) implements Edition {
        @Override
        public String name() {
            return String.valueOf(version.version());
        }

        @Override
        public Vendor vendor() {
            return version.vendor();
        }

        @Override
        public String sha256() {
            return version.sha256();
        }
    }

    record OfDraft(Draft draft) implements Edition {
        @Override
        public String name() {
            return draft.name();
        }

        @Override
        public Vendor vendor() {
            return draft.vendor();
        }

        @Override
        public String sha256() {
            return draft.sha256();
        }
    }
}
