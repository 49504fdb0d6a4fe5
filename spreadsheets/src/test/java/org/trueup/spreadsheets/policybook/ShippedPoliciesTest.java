package org.trueup.spreadsheets.policybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trueup.rules.metric.Metric.ADDED_USERS;
import static org.trueup.rules.metric.Metric.PEAK_DAILY_ACTIVE;
import static org.trueup.rules.outcome.AddingBeyond.ALLOW;
import static org.trueup.rules.outcome.AddingBeyond.DENY;
import static org.trueup.rules.outcome.Status.AT_LIMIT;
import static org.trueup.rules.outcome.Status.COMPLIANT;
import static org.trueup.rules.outcome.Status.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.NamePattern;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.Setting;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.spreadsheets.policybook.PolicyReading.Accepted;

/** The shipped workbooks of Plecto and Pensero say exactly what the vendors' documents say, each value with its cell. */
class ShippedPoliciesTest {
    private static final Map<String, String> PLANS = letters(
            "Plan",
            "Metric",
            "Price per licence and month",
            "Currency",
            "Minimum",
            "Maximum",
            "Sold from",
            "Sold until");

    static {
        // columns that were left out answer with the row's first cell
        List.of("Fixed term in months", "Shown to customers", "Free after trial")
                .forEach(header -> PLANS.put(header, "A"));
    }

    private static final Map<String, String> OVER_THE_LIMIT = letters(
            "Plan",
            "Term",
            "Over by at least (licences)",
            "Over by at least (%)",
            "Period started from",
            "Period started until",
            "Over by at most (licences)",
            "Over by at most (%)",
            "Over for at least (days)",
            "Nonprofit",
            "Licensed at least",
            "Licensed at most",
            "Status",
            "Grace days",
            "Then status",
            "Adding beyond",
            "What happens");
    private static final Map<String, String> WHO_COUNTS = letters(
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
    private static final Map<String, String> EXEMPTIONS =
            letters("Source", "Account name", "Licences counted", "Because");
    private static final Map<String, String> SETTINGS = letters("Name", "Plan", "Value", "Unit");

    private String book = "";

    @Test
    void thePoliciesOfFourVendorsAreShipped() {
        assertThat(PolicyBook.shipped().keySet())
                .containsExactly(
                        new Vendor("activtrak"), new Vendor("learning"), new Vendor("pensero"), new Vendor("plecto"));
    }

    @Test
    void plectosWorkbookSaysWhatItsDocumentSays() {
        book = "plecto.xlsx";
        PolicyTerms terms = shipped(new Vendor("plecto"), 3);
        assertThat(terms.version()).isEqualTo(3);
        assertThat(terms.plans())
                .containsExactly(
                        plan(5, "Medium", PEAK_DAILY_ACTIVE, null, 5, null),
                        plan(6, "Large", PEAK_DAILY_ACTIVE, null, 5, null),
                        plan(7, "Enterprise", PEAK_DAILY_ACTIVE, null, 5, null));
        assertThat(terms.overLimit())
                .containsExactly(
                        limit(
                                5,
                                null,
                                COMPLIANT,
                                ALLOW,
                                "The licences cover this month's peak. Nothing changes by itself; the number of licences"
                                        + " should equal the peak, so speak about those that stay unused."),
                        limit(
                                6,
                                0,
                                AT_LIMIT,
                                ALLOW,
                                "On the peak day every licence was in use, as it should be. One more active account on"
                                        + " a day brings a warning; nothing is blocked."),
                        limit(
                                7,
                                1,
                                WARNING,
                                ALLOW,
                                "Plecto shows the customer a warning. Nothing is blocked, and the number of licences"
                                        + " does not change by itself: agree on the licences to add, then have the"
                                        + " number raised by hand under Organization > Billing."));
        assertThat(terms.counting())
                .containsExactly(new CountingTerms(
                        at("Who counts", 5, WHO_COUNTS),
                        PEAK_DAILY_ACTIVE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1,
                        "Active: a registration of that day is linked to it"));
        assertThat(terms.exemptions())
                .containsExactly(
                        exemption(
                                5,
                                null,
                                "Marketing",
                                "Marketing integration: all its data is linked to this one account"),
                        exemption(
                                6,
                                null,
                                "E-conomic",
                                "Finance integration: all its data is linked to this one account"),
                        exemption(
                                7,
                                null,
                                "GitLab",
                                "Development integration: all its data is linked to this one account"),
                        exemption(
                                8, "Google Ads", "*", "A tracked system: it owns its registrations like an employee"));
        assertThat(terms.settings())
                .containsExactly(
                        setting(5, Setting.UNUSED_LICENCES_TOLD_FROM, "1"),
                        setting(6, Setting.USAGE_LINE, "{used}/{licensed}, previous month's peak {previous peak}"));
        assertThat(terms.settings().get(0).cell("Value")).hasToString("plecto.xlsx!Settings!C5");
    }

    @Test
    void penserosWorkbookSaysWhatItsDocumentSays() {
        book = "pensero.xlsx";
        PolicyTerms terms = shipped(new Vendor("pensero"), 1);
        assertThat(terms.plans())
                .containsExactly(
                        plan(5, "Starter", ADDED_USERS, "0", null, 5),
                        plan(6, "Growth", ADDED_USERS, "50", null, null),
                        plan(7, "Enterprise", ADDED_USERS, null, null, null));
        assertThat(terms.overLimit())
                .containsExactly(
                        limit(
                                5,
                                null,
                                COMPLIANT,
                                DENY,
                                "There are free seats. A user takes one as soon as they are added, logged in or not;"
                                        + " nobody can be added beyond the seats bought."),
                        limit(
                                6,
                                0,
                                AT_LIMIT,
                                DENY,
                                "You've reached your seat limit: every seat is in use and nobody can be added. Add seats"
                                        + " under Org Settings > Billing > Manage seats, charged for the rest of the"
                                        + " term, or remove a user to free a seat."),
                        limit(
                                7,
                                1,
                                WARNING,
                                DENY,
                                "You've reached your seat limit: more seats are in use than were bought. Add the missing"
                                        + " seats under Org Settings > Billing > Manage seats, charged for the rest of"
                                        + " the term, or remove users until the seats suffice."));
        assertThat(terms.counting())
                .containsExactly(
                        counting(
                                5,
                                AccountKind.PERSON,
                                null,
                                false,
                                false,
                                1,
                                "Added and neither removed nor deactivated: takes a seat, logged in or not"),
                        counting(
                                6,
                                AccountKind.PERSON,
                                Access.ALIAS,
                                false,
                                false,
                                0,
                                "Alias access: sees what it was given without a seat"),
                        counting(7, null, null, null, true, 0, "Removed: the seat is released"),
                        counting(8, null, null, true, false, 0, "Deactivated: the seat is free again"),
                        counting(9, null, null, null, null, 0, "Only persons take a seat"));
        assertThat(terms.exemptions()).isEmpty();
        assertThat(terms.settings())
                .containsExactly(setting(5, Setting.USAGE_LINE, "Active seats used: {used}/{licensed}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plecto", "activtrak", "learning", "pensero"})
    void aWorkbookSavedByLibreOfficeIsReadAsBefore(String vendor) throws IOException {
        String file = "/policybook/" + vendor + "-saved-by-libreoffice.xlsx";
        try (InputStream in = ShippedPoliciesTest.class.getResourceAsStream(file)) {
            PolicyReading saved = PolicyBook.read(new Vendor(vendor), 1, in.readAllBytes());
            assertThat(saved).isEqualTo(shippedBook(new Vendor(vendor), 1));
        }
    }

    private static PolicyTerms shipped(Vendor vendor, int version) {
        return shippedBook(vendor, version).terms();
    }

    private static Accepted shippedBook(Vendor vendor, int version) {
        PolicyReading reading = PolicyBook.read(vendor, version, EditedWorkbook.shipped(vendor));
        assertThat(reading).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) reading;
        assertThat(accepted.warnings()).isEmpty();
        return accepted;
    }

    private PlanTerms plan(
            int row,
            String name,
            Metric metric,
            @Nullable String price,
            @Nullable Integer minimum,
            @Nullable Integer maximum) {
        BigDecimal amount = price == null ? null : new BigDecimal(price);
        Currency usd = Currency.getInstance("USD");
        return new PlanTerms(
                at("Plans", row, PLANS), name, metric, amount, usd, minimum, maximum, null, null, null, true, false);
    }

    private OverLimitTerms limit(int row, @Nullable Integer over, Status status, AddingBeyond adding, String text) {
        SheetRow at = at("Over the limit", row, OVER_THE_LIMIT);
        OverLimitConditions when = new OverLimitConditions(
                null, null, null, Bounds.any(), Bounds.any(), new Bounds<>(over, null), Bounds.any(), null);
        return new OverLimitTerms(at, when, status, null, null, adding, text);
    }

    private CountingTerms counting(
            int row,
            @Nullable AccountKind kind,
            @Nullable Access access,
            @Nullable Boolean deactivated,
            @Nullable Boolean removed,
            int licences,
            String because) {
        return new CountingTerms(
                at("Who counts", row, WHO_COUNTS),
                ADDED_USERS,
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

    private ExemptionTerms exemption(int row, @Nullable String source, String name, String because) {
        NamePattern from = source == null ? null : new NamePattern(source);
        return new ExemptionTerms(at("Exemption accounts", row, EXEMPTIONS), from, new NamePattern(name), 1, because);
    }

    private SettingTerms setting(int row, Setting setting, String value) {
        return new SettingTerms(at("Settings", row, SETTINGS), setting, null, value);
    }

    private SheetRow at(String sheet, int row, Map<String, String> columns) {
        return new SheetRow(book, sheet, row, columns);
    }

    private static Map<String, String> letters(String... headers) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (int column = 0; column < headers.length; column++) {
            letters.put(headers[column], String.valueOf((char) ('A' + column)));
        }
        return letters;
    }
}
