package org.trueup.rules.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a tenant is, in one word that a check can ask for. */
public enum Characteristic {
    PLAN("Plan") {
        @Override
        public String of(CheckedTenant tenant) {
            return tenant.position().plan();
        }
    },
    /** The term of the subscription that was bought; none without one. */
    TERM("Term") {
        @Override
        public @Nullable String of(CheckedTenant tenant) {
            return tenant.subscription().bought()
                    ? tenant.subscription().term().name().toLowerCase(Locale.ROOT)
                    : null;
        }
    },
    STATUS("Status") {
        @Override
        public String of(CheckedTenant tenant) {
            return tenant.position().status().name();
        }
    },
    /** The support plan that was bought (A4); none without one. */
    SUPPORT_PLAN("Support plan") {
        @Override
        public @Nullable String of(CheckedTenant tenant) {
            return tenant.subscription().supportPlan();
        }
    },
    NONPROFIT("Nonprofit") {
        @Override
        public String of(CheckedTenant tenant) {
            return tenant.facts().tenant().nonprofit() ? "yes" : "no";
        }
    };

    private final String title;

    Characteristic(String title) {
        this.title = title;
    }

    /** The column of the sheet; in small letters the placeholder of messages. */
    public String title() {
        return title;
    }

    /** The tenant's word; none where it has none, and then no condition on it holds. */
    public abstract @Nullable String of(CheckedTenant tenant);
}
