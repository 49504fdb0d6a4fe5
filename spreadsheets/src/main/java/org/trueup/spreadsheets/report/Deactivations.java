package org.trueup.spreadsheets.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.spreadsheets.report.TenantOutcome.DeactivationChange;

/** Says when the accounts of a tenant were deactivated and activated again, as far as the store has seen it (L9). */
final class Deactivations {
    private final Map<String, String> byAccount = new HashMap<>();

    private Deactivations() {}

    static Deactivations of(List<DeactivationChange> changes) {
        Deactivations told = new Deactivations();
        for (DeactivationChange change : changes) {
            told.byAccount.merge(change.accountId(), first(change), (before, now) -> before + ", " + said(change));
        }
        return told;
    }

    /** None when nothing changed since the store knows the account. */
    @Nullable
    String of(String accountId) {
        return byAccount.get(accountId);
    }

    Map<String, String> byAccount() {
        return Map.copyOf(byAccount);
    }

    /** The change that the store saw first also says what was before. */
    private static String first(DeactivationChange change) {
        return change.was() == null ? said(change) : "deactivated " + change.was() + ", " + said(change);
    }

    private static String said(DeactivationChange change) {
        String what;
        if (change.became() == null) {
            what = "reactivated";
        } else {
            what = (change.was() == null ? "deactivated " : "deactivation moved to ") + change.became();
        }
        return what + " (known since " + change.knownSince() + ")";
    }
}
