package org.trueup.spreadsheets.whatif;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the draft changes for one tenant.
 *
 * @param before none where the published policy gives no position
 * @param after none where the draft gives no position
 * @param findings by code; those that both make alike are left out
 * @param otherwise what else is different, in words; may be empty
 * @param why which cells are different, in words; empty where the same rows decided
 */
public record TenantChange(
        String tenant,
        String name,
        @Nullable String accountManager,
        @Nullable Side before,
        @Nullable Side after,
        List<FindingChange> findings,
        String otherwise,
        RowChanges why) {

    /** The codes of findings with which this happens, each once, separated by commas; empty where there are none. */
    public String codes(FindingChange.Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .map(FindingChange::code)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
