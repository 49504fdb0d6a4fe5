package org.trueup.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.NamePattern;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.rules.terms.SupportPlanTerms;

/** Terms as the vendors' documents state them, for tests that need no workbook. Tables begin in row 5. */
public final class TestPolicies {
    public static final List<String> PLANS = List.of(
            "Plan",
            "Metric",
            "Price per licence and month",
            "Currency",
            "Minimum",
            "Maximum",
            "Sold from",
            "Sold until",
            "Fixed term in months",
            "Shown to customers",
            "Free after trial");
    public static final List<String> OVER_LIMIT = List.of(
            "Plan",
            "Term",
            "Over by at least (licences)",
            "Over by at least (%)",
            "Period started from",
            "Period started until",
            "Status",
            "Grace days",
            "Then status",
            "Adding beyond",
            "What happens");
    public static final List<String> WHO_COUNTS = List.of(
            "Metric",
            "Kind",
            "Access",
            "Tracked",
            "History",
            "Group",
            "Login enabled",
            "Deactivated",
            "Removed",
            "Licences counted",
            "Because");
    public static final List<String> EXEMPTIONS = List.of("Source", "Account name", "Licences counted", "Because");
    public static final List<String> SETTINGS = List.of("Name", "Plan", "Value", "Unit");
    private static final Currency USD = Currency.getInstance("USD");

    private TestPolicies() {}

    /** Where a row of a table stands, its columns from A on. */
    public static SheetRow row(String workbook, String sheet, int row, List<String> headers) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            columns.put(headers.get(i), String.valueOf((char) ('A' + i)));
        }
        return new SheetRow(workbook, sheet, row, columns);
    }

    public static PolicyTerms plecto() {
        String book = "plecto.xlsx";
        return new PolicyTerms(
                new Vendor("plecto"),
                1,
                List.of(
                        plan(book, 5, "Medium", Metric.PEAK_DAILY_ACTIVE, null, 5, null),
                        plan(book, 6, "Large", Metric.PEAK_DAILY_ACTIVE, null, 5, null),
                        plan(book, 7, "Enterprise", Metric.PEAK_DAILY_ACTIVE, null, 5, null)),
                overLimit(book, AddingBeyond.ALLOW, "Nothing is blocked."),
                List.of(counting(book, 5, Metric.PEAK_DAILY_ACTIVE, null, null, null, null, 1, "active that day")),
                List.of(
                        exemption(book, 5, null, "Marketing"),
                        exemption(book, 6, null, "E-conomic"),
                        exemption(book, 7, null, "GitLab"),
                        exemption(book, 8, "Google Ads", "*")),
                List.of(
                        setting(book, 5, Setting.UNUSED_LICENCES_TOLD_FROM, "1"),
                        setting(book, 6, Setting.USAGE_LINE, "{used}/{licensed}, month before {previous peak}")),
                List.of(),
                List.of(),
                List.of());
    }

    public static PolicyTerms pensero() {
        String book = "pensero.xlsx";
        Metric metric = Metric.ADDED_USERS;
        return new PolicyTerms(
                new Vendor("pensero"),
                1,
                List.of(
                        plan(book, 5, "Starter", metric, "0", null, 5),
                        plan(book, 6, "Growth", metric, "50", null, null),
                        plan(book, 7, "Enterprise", metric, null, null, null)),
                overLimit(book, AddingBeyond.DENY, "You've reached your seat limit: add seats."),
                List.of(
                        counting(book, 5, metric, AccountKind.PERSON, null, false, false, 1, "added"),
                        counting(book, 6, metric, AccountKind.PERSON, Access.ALIAS, false, false, 0, "alias access"),
                        counting(book, 7, metric, null, null, null, true, 0, "removed"),
                        counting(book, 8, metric, null, null, true, false, 0, "deactivated"),
                        counting(book, 9, metric, null, null, null, null, 0, "not a person")),
                List.of(),
                List.of(setting(book, 5, Setting.USAGE_LINE, "Active seats used: {used}/{licensed}")),
                List.of(),
                List.of(),
                List.of());
    }

    /** The document's three plans; over the limit, credits are an overage and the others a warning. */
    public static PolicyTerms learning() {
        String book = "learning.xlsx";
        List<OverLimitTerms> overLimit =
                new ArrayList<>(overLimit(book, AddingBeyond.ALLOW, "Talk to your customer success manager."));
        overLimit.add(overLimit(
                book, 8, "MAUC", 1, Status.OVERAGE, AddingBeyond.ALLOW, "The overage is settled at the plan's end."));
        return new PolicyTerms(
                new Vendor("learning"),
                1,
                List.of(
                        yearly(plan(book, 5, "Seats", Metric.SEATS_TAKEN, null, null, null)),
                        yearly(plan(book, 6, "MAUC", Metric.MONTHLY_CREDITS, null, null, null)),
                        yearly(plan(book, 7, "MAU", Metric.MONTHLY_USERS, null, null, null))),
                overLimit,
                List.of(
                        counting(
                                book,
                                5,
                                Metric.SEATS_TAKEN,
                                null,
                                null,
                                false,
                                null,
                                1,
                                "kept for the plan's duration"),
                        counting(book, 6, Metric.SEATS_TAKEN, null, null, true, null, 0, "may be used again"),
                        counting(book, 7, Metric.MONTHLY_CREDITS, null, null, null, null, 1, "one credit a month"),
                        counting(book, 8, Metric.MONTHLY_USERS, null, null, null, null, 1, "once a month")),
                List.of(),
                List.of(
                        setting(book, 5, Setting.FORECAST_MONTHS, "3"),
                        setting(book, 6, Setting.EXPIRY_TOLD_DAYS, "60")),
                List.of(),
                List.of(),
                List.of());
    }

    public static final List<String> ADD_ONS =
            List.of("Add-on", "Plan", "Eligible", "Licences must equal", "Price per licence and month");
    public static final List<String> SUPPORT_PLANS = List.of("Support plan", "Plan", "Available", "Included");
    public static final List<String> ENTITLEMENTS =
            List.of("Plan", "Support plan", "Add-on", "Entitlement", "Value", "Unit");

    /** The plans, limits, add-ons, support plans and some entitlements of ActivTrak. */
    public static PolicyTerms activtrak() {
        String book = "activtrak.xlsx";
        Metric metric = Metric.IDENTITIES_WITH_HISTORY;
        return new PolicyTerms(
                new Vendor("activtrak"),
                1,
                List.of(
                        free(plan(book, 5, "Free", metric, "0", null, 3)),
                        plan(book, 6, "Essentials", metric, "10", 5, null),
                        plan(book, 7, "Essentials Plus", metric, "15", 5, null),
                        plan(book, 8, "Professional", metric, "19", 5, null),
                        legacy(plan(book, 9, "Advanced", metric, "10", 5, null)),
                        legacy(plan(book, 10, "Premium", metric, "19", 5, null))),
                List.of(
                        overLimit(book, 5, null, null, Status.COMPLIANT, AddingBeyond.ALLOW, "There is room."),
                        overLimit(book, 6, null, 0, Status.AT_LIMIT, AddingBeyond.ALLOW, "The next user is one over."),
                        grace(book, 7)
                                .started(null, "2024-12-31")
                                .grace(14, Status.BLOCKED)
                                .is(Status.GRACE),
                        grace(book, 8)
                                .started("2025-01-01", null)
                                .grace(30, Status.BLOCKED)
                                .is(Status.GRACE),
                        // a row for Free has as many conditions as a row with a date, and must win over it
                        LimitRow.row(book, 9)
                                .plan("Free")
                                .overBy(1)
                                .started("1970-01-01", null)
                                .saying("Remove users or upgrade.")
                                .is(Status.BLOCKED)),
                List.of(history(book, 5, true, 1, "data is stored"), history(book, 6, false, 0, "no data is stored")),
                List.of(),
                List.of(
                        new SettingTerms(
                                row(book, SettingTerms.SHEET, 5, SETTINGS), Setting.TRIAL_DAYS, "Professional", "14"),
                        setting(book, 6, Setting.DAYS_IN_6_MONTHS, "183"),
                        setting(book, 7, Setting.DAYS_IN_12_MONTHS, "365"),
                        setting(book, 8, Setting.USAGE_LINE, "{used}/{licensed}")),
                List.of(
                        addOn(book, 5, "Data History", null, true),
                        addOn(book, 6, "Data History", "Free", false),
                        addOn(book, 7, "Screen Details", null, true),
                        addOn(book, 8, "Screen Details", "Free", false)),
                List.of(
                        entitlement(book, 5, "Free", null, null, "Data history", "30", "days"),
                        entitlement(book, 6, "Essentials", null, null, "Data history", "6", "months"),
                        entitlement(book, 7, "Professional", null, null, "Data history", "12", "months"),
                        entitlement(book, 8, null, null, "Data History", "Data history", "unlimited", null),
                        entitlement(book, 9, "Essentials", null, null, "Rows per export", "10000", "rows"),
                        entitlement(book, 10, "Professional", null, null, "Rows per export", "50000", "rows"),
                        entitlement(book, 11, null, null, null, "User merge", "yes", null),
                        entitlement(book, 12, "Free", null, null, "User merge", "no", null),
                        entitlement(book, 13, null, "Digital", null, "Email answer", "12", "hours"),
                        entitlement(book, 14, null, "Premier", null, "Email answer", "8", "hours")),
                List.of(
                        support(book, 5, "Digital", null, true, true),
                        support(book, 6, "Digital", "Free", false, false),
                        support(book, 7, "Premier", null, true, false),
                        support(book, 8, "Premier", "Free", false, false)));
    }

    private static PlanTerms free(PlanTerms plan) {
        return new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                plan.price(),
                plan.currency(),
                plan.minimum(),
                plan.maximum(),
                null,
                null,
                null,
                true,
                true);
    }

    private static PlanTerms legacy(PlanTerms plan) {
        return new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                plan.price(),
                plan.currency(),
                plan.minimum(),
                plan.maximum(),
                null,
                LocalDate.parse("2023-12-31"),
                null,
                true,
                false);
    }

    private static LimitRow grace(String book, int row) {
        return LimitRow.row(book, row).overBy(1).adding(AddingBeyond.ALLOW).saying("Add licences or reclaim some.");
    }

    private static CountingTerms history(String book, int row, boolean history, int licences, String because) {
        return new CountingTerms(
                row(book, CountingTerms.SHEET, row, WHO_COUNTS),
                Metric.IDENTITIES_WITH_HISTORY,
                null,
                null,
                null,
                history,
                null,
                null,
                null,
                null,
                licences,
                because);
    }

    public static AddOnTerms addOn(String book, int row, String name, @Nullable String plan, boolean eligible) {
        return new AddOnTerms(
                row(book, AddOnTerms.SHEET, row, ADD_ONS),
                name,
                plan,
                eligible,
                AddOnTerms.LicencesMustEqual.BASE_LICENCES,
                null);
    }

    public static SupportPlanTerms support(
            String book, int row, String name, @Nullable String plan, boolean available, boolean included) {
        return new SupportPlanTerms(
                row(book, SupportPlanTerms.SHEET, row, SUPPORT_PLANS), name, plan, available, included);
    }

    public static EntitlementTerms entitlement(
            String book,
            int row,
            @Nullable String plan,
            @Nullable String supportPlan,
            @Nullable String addOn,
            String entitlement,
            String value,
            @Nullable String unit) {
        return new EntitlementTerms(
                row(book, EntitlementTerms.SHEET, row, ENTITLEMENTS),
                plan,
                supportPlan,
                addOn,
                entitlement,
                value,
                unit);
    }

    private static PlanTerms yearly(PlanTerms plan) {
        return new PlanTerms(
                plan.at(),
                plan.plan(),
                plan.metric(),
                plan.price(),
                plan.currency(),
                plan.minimum(),
                plan.maximum(),
                plan.soldFrom(),
                plan.soldUntil(),
                12,
                plan.shownToCustomers(),
                plan.freeAfterTrial());
    }

    public static PlanTerms plan(
            String book,
            int row,
            String name,
            Metric metric,
            @Nullable String price,
            @Nullable Integer minimum,
            @Nullable Integer maximum) {
        return new PlanTerms(
                row(book, PlanTerms.SHEET, row, PLANS),
                name,
                metric,
                price == null ? null : new BigDecimal(price),
                USD,
                minimum,
                maximum,
                null,
                null,
                null,
                true,
                false);
    }

    /** The same terms with other rows of Over the limit. */
    public static PolicyTerms withOverLimit(PolicyTerms terms, List<OverLimitTerms> rows) {
        return new PolicyTerms(
                terms.vendor(),
                terms.version(),
                terms.plans(),
                rows,
                terms.counting(),
                terms.exemptions(),
                terms.settings(),
                terms.addOns(),
                terms.entitlements(),
                terms.supportPlans());
    }

    /** At the limit and over it by one; the sheet's first three rows. */
    public static List<OverLimitTerms> overLimit(String book, AddingBeyond adding, String whatHappens) {
        return List.of(
                overLimit(book, 5, null, null, Status.COMPLIANT, adding, "There is room."),
                overLimit(book, 6, null, 0, Status.AT_LIMIT, adding, whatHappens),
                overLimit(book, 7, null, 1, Status.WARNING, adding, whatHappens));
    }

    private static OverLimitTerms overLimit(
            String book,
            int row,
            @Nullable String plan,
            @Nullable Integer overBy,
            Status status,
            AddingBeyond adding,
            String whatHappens) {
        return LimitRow.row(book, row)
                .plan(plan)
                .overBy(overBy)
                .adding(adding)
                .saying(whatHappens)
                .is(status);
    }

    public static CountingTerms counting(
            String book,
            int row,
            Metric metric,
            @Nullable AccountKind kind,
            @Nullable Access access,
            @Nullable Boolean deactivated,
            @Nullable Boolean removed,
            int licences,
            String because) {
        return new CountingTerms(
                row(book, CountingTerms.SHEET, row, WHO_COUNTS),
                metric,
                kind,
                access,
                null,
                null,
                null,
                null,
                deactivated,
                removed,
                licences,
                because);
    }

    public static ExemptionTerms exemption(String book, int row, @Nullable String source, String name) {
        return new ExemptionTerms(
                row(book, ExemptionTerms.SHEET, row, EXEMPTIONS),
                source == null ? null : new NamePattern(source),
                new NamePattern(name),
                1,
                "one account for the whole integration");
    }

    public static SettingTerms setting(String book, int row, Setting setting, String value) {
        return new SettingTerms(row(book, SettingTerms.SHEET, row, SETTINGS), setting, null, value);
    }
}
