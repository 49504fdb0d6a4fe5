package org.trueup.server.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.EarlierNight;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TenantId;
import org.trueup.rules.fact.Vendor;

/** A tenant's facts as a caller gives them; the names are those of the feed's columns. */
@Schema(name = "TenantFacts")
record GivenTenant(
        @Schema(format = "date", description = "the day to decide for; today (UTC) where absent") @Nullable
        String asOf,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String tenantId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(example = "plecto", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String vendor,

        @Nullable String accountManager,
        @Nullable String accountManagerEmail,
        @Schema(format = "date") @Nullable String signedUpOn,
        @Nullable Boolean nonprofit,
        @Nullable Integer storedHistoryDays,
        @Nullable List<GivenSubscription> subscriptions,
        @Nullable List<GivenAddOn> addOns,
        @Nullable List<GivenAccount> accounts,

        @Schema(
                format = "date",
                description = "since when the tenant is over its limit, where no earlier_night says it")
        @Nullable
        String overSince,

        @Nullable GivenNight earlierNight) {

    /** Facts and the day to decide for. */
    record Question(TenantFacts facts, LocalDate asOf) {}

    Question at(Place place, LocalDate today) {
        LocalDate given = Given.day(place, "as_of", asOf);
        LocalDate day = given == null ? today : given;
        List<Subscription> bought = Listed.distinct(
                place, "subscriptions", subscriptions, GivenSubscription::at, Subscription::id, "subscription_id");
        List<AddOn> added = Listed.distinct(
                place,
                "add_ons",
                addOns,
                GivenAddOn::at,
                addOn -> List.of(addOn.name(), String.valueOf(addOn.startsOn())),
                "add_on");
        List<Account> known = Listed.distinct(place, "accounts", accounts, GivenAccount::at, Account::id, "account_id");
        return new Question(new TenantFacts(tenant(place), bought, added, known, earlier(place, day)), day);
    }

    private Tenant tenant(Place place) {
        String named = Given.needed(place, "vendor", vendor, Given.ID_LENGTH);
        if (!Vendor.isName(named)) {
            throw place.refuse("vendor", "The vendor is not a name of a-z, 0-9 and -, at most 60 long.");
        }
        return new Tenant(
                new TenantId(Given.needed(place, "tenant_id", tenantId, Given.ID_LENGTH)),
                Given.needed(place, "name", name, Given.NAME_LENGTH),
                new Vendor(named),
                Given.text(place, "account_manager", accountManager, Given.ID_LENGTH),
                Given.text(place, "account_manager_email", accountManagerEmail, Given.MAIL_LENGTH),
                Given.day(place, "signed_up_on", signedUpOn),
                nonprofit != null && nonprofit,
                Given.count(place, "stored_history_days", storedHistoryDays));
    }

    private EarlierNight earlier(Place place, LocalDate day) {
        if (earlierNight != null) {
            return earlierNight.at(place.at("earlier_night"), day);
        }
        LocalDate over = Given.day(place, "over_since", overSince);
        return over == null ? EarlierNight.NONE : EarlierNight.asFeedSays(over);
    }
}
