package org.trueup.spreadsheets.policybook;

import static org.trueup.rules.AccountBuilder.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.AccountBuilder;
import org.trueup.rules.GeneratedTenants;
import org.trueup.rules.TenantBuilder;
import org.trueup.rules.TenantBuilder.SubscriptionBuilder;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.TenantFacts;
import org.trueup.rules.fact.TrackingGroup;
import org.trueup.rules.fact.Vendor;

/** Tenants of every corner that a cell of a shipped workbook can decide. */
final class TermCellTenants {
    private TermCellTenants() {}

    static List<TenantFacts> of(Vendor vendor, LocalDate asOf) {
        if (vendor.equals(EditedWorkbook.ACTIVTRAK)) {
            return activtrak();
        }
        return vendor.equals(EditedWorkbook.LEARNING) ? learning() : generated(vendor, asOf);
    }

    /** Generated tenants, and one for each corner that chance seldom finds. */
    private static List<TenantFacts> generated(Vendor vendor, LocalDate asOf) {
        List<TenantFacts> tenants = new ArrayList<>(new GeneratedTenants(7, asOf)
                .make(800).stream()
                        .filter(tenant -> tenant.tenant().vendor().equals(vendor))
                        .toList());
        for (String plan : List.of("Medium", "Large", "Enterprise", "Starter", "Growth")) {
            for (Integer licences : List.of(2, 4, 6, 8)) {
                tenants.add(TenantBuilder.tenantOf(vendor.name(), plan + licences)
                        .subscribed(plan, licences)
                        .active(5, "2026-11-03")
                        .with(integration("GitLab"))
                        .with(integration("Marketing"))
                        .with(integration("E-conomic"))
                        .with(integration("Campaigns").source("Google Ads"))
                        .facts());
            }
        }
        return tenants;
    }

    private static AccountBuilder integration(String name) {
        return person("x-" + name)
                .named(name)
                .source(name)
                .kind(AccountKind.INTEGRATION)
                .registeredOn("2026-11-03");
    }

    private static List<TenantFacts> activtrak() {
        List<TenantFacts> tenants = new ArrayList<>();
        for (String plan : List.of("Free", "Essentials", "Essentials Plus", "Professional", "Advanced", "Premium")) {
            for (int users : new int[] {2, 3, 4, 5, 6, 7, 9}) {
                tenants.add(ofActivTrak(plan, users, null, "2026-11-20", null));
                tenants.add(ofActivTrak(plan, users, "Digital", "2024-12-09", "2024-12-01"));
                tenants.add(ofActivTrak(plan, users, "Premier", "2026-11-20", "2025-06-01"));
                tenants.add(ofActivTrak(plan, users, "Signature", "2026-11-20", "2026-11-10"));
            }
        }
        for (String signedUp : List.of("2026-11-05", "2026-11-15", "2024-01-01")) {
            tenants.add(TenantBuilder.activtrak("trial " + signedUp)
                    .signedUpOn(signedUp)
                    .withHistory(4)
                    .facts());
        }
        return tenants;
    }

    private static TenantFacts ofActivTrak(
            String plan, int users, @Nullable String support, String earlierNight, @Nullable String overSince) {
        SubscriptionBuilder subscription =
                SubscriptionBuilder.to(plan, plan.equals("Free") ? 3 : 5).from("2024-01-01", "2026-12-31");
        TenantBuilder tenant = TenantBuilder.activtrak(plan + " of " + users + " with " + support)
                .with(support == null ? subscription : subscription.support(support))
                .earlierNight(earlierNight, overSince, plan)
                .storedHistoryDays(users * 50)
                .withHistory(users - 2)
                .with(person("former").withHistory().removedOn("2026-01-01"))
                .with(person("untracked").withHistory().untracked())
                .with(person("not tracked").untracked())
                .with(person("in dnt").group(TrackingGroup.DNT))
                .with(person("in delete").withHistory().group(TrackingGroup.DELETE))
                .with(person("idle"));
        if (users == 9) {
            tenant.with(person("dnt").withHistory().group(TrackingGroup.DNT));
        }
        if (users == 3 || users == 6) {
            tenant.addOn("ActivConnect API", 4).addOn("Screen Details", 4);
        }
        if (users == 6 || users == 9) {
            tenant.addOn("Data History", 6);
        }
        return tenant.facts();
    }

    private static List<TenantFacts> learning() {
        List<TenantFacts> tenants = new ArrayList<>();
        for (String plan : List.of("Seats", "MAUC", "MAU")) {
            for (int licences : new int[] {1, 2, 3, 4, 6, 7, 8, 40}) {
                for (String lastDay : List.of("2026-12-31", "2027-01-15")) {
                    tenants.add(TenantBuilder.learning(plan + " of " + licences + " until " + lastDay)
                            .with(SubscriptionBuilder.to(plan, licences).from("2026-01-01", lastDay))
                            .loggedIn(1, "2026-03-01", "2026-04-01", "2026-10-03", "2026-11-03")
                            .loggedIn(1, "2026-10-05", "2026-11-05")
                            .with(person("gone").loggedInOn("2026-11-02").deactivatedOn("2026-11-10"))
                            .with(person("robot").kind(AccountKind.SYSTEM).loggedInOn("2026-11-02"))
                            .facts());
                }
            }
        }
        return tenants;
    }
}
