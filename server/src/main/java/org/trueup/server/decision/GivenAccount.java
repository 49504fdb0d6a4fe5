package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TrackingGroup;

/** An account as a caller gives it, with what it did; the names are those of accounts.csv. */
@Schema(name = "Account")
record GivenAccount(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String accountId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(description = "person, system or integration; person where absent") @Nullable
        String kind,

        @Nullable String source,
        @Nullable String email,
        @Nullable String username,
        @Nullable String logonDomain,
        @Nullable String device,
        @Schema(format = "date") @Nullable String addedOn,
        @Schema(format = "date") @Nullable String removedOn,
        @Schema(format = "date") @Nullable String deactivatedOn,
        @Schema(defaultValue = "true") @Nullable Boolean loginEnabled,
        @Schema(defaultValue = "true") @Nullable Boolean tracked,
        @Schema(defaultValue = "false") @Nullable Boolean hasHistory,
        @Schema(format = "date") @Nullable String historyDeletedOn,

        @Schema(description = "full, alias, viewer or admin; full where absent") @Nullable
        String access,

        @Schema(description = "dnt or delete") @Nullable String group,

        @Schema(description = "the account_id of another account") @Nullable
        String mergedInto,

        @Nullable List<GivenActivity> activity) {
    private static final AccountKind[] KINDS = AccountKind.values();
    private static final Access[] ACCESS = Access.values();
    private static final TrackingGroup[] GROUPS = TrackingGroup.values();

    Account at(Place place) {
        return new Account(
                Given.needed(place, "account_id", accountId, Given.ID_LENGTH),
                Given.needed(place, "name", name, Given.NAME_LENGTH),
                Given.word(place, "kind", kind, KINDS, AccountKind.PERSON),
                Given.text(place, "source", source, Given.ID_LENGTH),
                Given.text(place, "email", email, Given.MAIL_LENGTH),
                Given.text(place, "username", username, Given.ID_LENGTH),
                Given.text(place, "logon_domain", logonDomain, Given.ID_LENGTH),
                Given.text(place, "device", device, Given.ID_LENGTH),
                Given.day(place, "added_on", addedOn),
                Given.day(place, "removed_on", removedOn),
                Given.day(place, "deactivated_on", deactivatedOn),
                loginEnabled == null || loginEnabled,
                tracked == null || tracked,
                hasHistory != null && hasHistory,
                Given.day(place, "history_deleted_on", historyDeletedOn),
                Given.word(place, "access", access, ACCESS, Access.FULL),
                Given.word(place, "group", group, GROUPS),
                Given.text(place, "merged_into", mergedInto, Given.ID_LENGTH),
                GivenActivity.folded(place, activity));
    }
}
