package org.trueup.server.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Account;
import org.trueup.rules.fact.ActiveMonth;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Tenant;
import org.trueup.rules.fact.TenantFacts;

/** The six files of a feed, written together tenant by tenant. */
final class FeedFolder implements AutoCloseable {
    private final CsvFile tenants;
    private final CsvFile subscriptions;
    private final CsvFile addOns;
    private final CsvFile accounts;
    private final CsvFile graceState;
    private final ActivityFiles activity;

    FeedFolder(Path folder, boolean large) throws IOException {
        tenants = CsvFile.create(
                folder.resolve("tenants.csv"),
                "tenant_id,name,vendor,account_manager,account_manager_email,signed_up_on,nonprofit,stored_history_days");
        subscriptions = CsvFile.create(
                folder.resolve("subscriptions.csv"),
                "tenant_id,subscription_id,plan,licenses,starts_on,ends_on,term,discount_percent,price_per_license,"
                        + "support_plan");
        addOns = CsvFile.create(
                folder.resolve("add_ons.csv"), "tenant_id,add_on,licenses,starts_on,ends_on,price_per_license");
        accounts = CsvFile.create(
                folder.resolve("accounts.csv"),
                "tenant_id,account_id,name,kind,source,email,username,logon_domain,device,added_on,removed_on,"
                        + "deactivated_on,login_enabled,tracked,has_history,history_deleted_on,access,group,merged_into");
        graceState = CsvFile.create(folder.resolve("grace_state.csv"), "tenant_id,over_since");
        activity = new ActivityFiles(folder, large);
    }

    void write(DemoTenant tenant) throws IOException {
        TenantFacts facts = tenant.facts();
        String id = facts.id().value();
        tenant(facts.tenant());
        for (Subscription subscription : facts.subscriptions()) {
            subscription(id, subscription);
        }
        for (AddOn addOn : facts.addOns()) {
            addOn(id, addOn);
        }
        for (Account account : facts.accounts()) {
            account(id, account);
            for (ActiveMonth active : account.activity()) {
                activity.write(id, account, active, tenant.times());
            }
        }
        if (facts.earlier().overSince() != null) {
            graceState.text(id).day(facts.earlier().overSince()).end();
        }
    }

    /** Lines that nobody can take, a few a file, so that a reader sees how they are told. */
    void writeBadLines() throws IOException {
        tenants.line("bad-tenant-without-a-name,,plecto,,,,,");
        tenants.line("bad-tenant-vendor,Misspelled & Co.,Plecto Inc,,,,,");
        subscriptions.line("nobody-we-know,nobody-we-know-s1,Growth,10,2026-01-01,2026-12-31,paid,,,");
        subscriptions.line("pensero-example-97-of-100,bad-licences,Growth,about twenty,2026-01-01,2026-12-31,paid,,,");
        subscriptions.line("pensero-example-97-of-100,bad-dates,Growth,20,2026-12-31,2026-01-01,paid,,,");
        addOns.line("activtrak-example-211-of-242,Screen Details,-3,,,");
        accounts.line("nobody-we-know,u0001,Nobody We Know,person,,,,,,,,,,,,,,,");
        accounts.line("plecto-example-8-14-10,bad-kind,Robbie,robot,,,,,,,,,,,,,,,");
        activity.line("plecto-example-8-14-10,u9999,2026-01-05,registration,");
        activity.line("plecto-example-8-14-10,u0001,yesterday,registration,");
        graceState.line("activtrak-example-89-licences-340-users,a fortnight ago");
    }

    /** Lines by file, without headers; the parts of activity together. */
    Map<String, Long> lines() {
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("tenants.csv", tenants.lines());
        lines.put("subscriptions.csv", subscriptions.lines());
        lines.put("add_ons.csv", addOns.lines());
        lines.put("accounts.csv", accounts.lines());
        lines.put("activity.csv", activity.lines());
        lines.put("grace_state.csv", graceState.lines());
        return lines;
    }

    private void tenant(Tenant tenant) throws IOException {
        tenants.text(tenant.id().value())
                .text(tenant.name())
                .text(tenant.vendor().name())
                .text(tenant.accountManager())
                .text(tenant.accountManagerEmail())
                .day(tenant.signedUpOn())
                .flag(tenant.nonprofit())
                .number(tenant.storedHistoryDays())
                .end();
    }

    private void subscription(String tenantId, Subscription subscription) throws IOException {
        boolean discounted = subscription.discountPercent().signum() != 0;
        subscriptions
                .text(tenantId)
                .text(subscription.id())
                .text(subscription.plan())
                .number(subscription.licenses())
                .day(subscription.startsOn())
                .day(subscription.endsOn())
                .text(word(subscription.term()))
                .amount(discounted ? subscription.discountPercent() : null)
                .amount(subscription.pricePerLicense())
                .text(subscription.supportPlan())
                .end();
    }

    private void addOn(String tenantId, AddOn addOn) throws IOException {

        addOns.text(tenantId)
                .text(addOn.name())
                .number(addOn.licenses())
                .day(addOn.startsOn())
                .day(addOn.endsOn())
                .amount(addOn.pricePerLicense())
                .end();
    }

    private void account(String tenantId, Account account) throws IOException {
        accounts.text(tenantId)
                .text(account.id())
                .text(account.name())
                .text(word(account.kind()))
                .text(account.source())
                .text(account.email())
                .text(account.username())
                .text(account.logonDomain())
                .text(account.device())
                .day(account.addedOn())
                .day(account.removedOn())
                .day(account.deactivatedOn())
                .flag(account.loginEnabled())
                .flag(account.tracked())
                .flag(account.hasHistory())
                .day(account.historyDeletedOn())
                .text(word(account.access()))
                .text(account.group() == null ? null : word(account.group()))
                .text(account.mergedInto())
                .end();
    }

    /** As the feed spells it. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        closeAll(tenants, subscriptions, addOns, accounts, graceState, activity);
    }

    /** Closes every file even when one of them cannot be: the first failure is told, later ones hang on it. */
    private static void closeAll(Closeable... files) throws IOException {
        @Nullable IOException failure = null;
        for (Closeable file : files) {
            try {
                file.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
