package org.trueup.spreadsheets.policybook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.fact.Vendor;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.policy.Policy;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.PolicyTerms;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SheetRow;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.rules.terms.WaiverTerms;
import org.trueup.spreadsheets.decisiontable.DecisionTable;
import org.trueup.spreadsheets.scenario.Scenarios;
import org.trueup.spreadsheets.sheet.SheetContent;

/** The sheets of one workbook, told apart by their names and read one after the other, Plans first. */
final class PolicySheets {
    private final String file;
    private final Problems problems;
    private final Map<String, SheetContent> terms = new LinkedHashMap<>();
    private final List<SheetContent> scenarioSheets = new ArrayList<>();
    private final List<String> tabs;
    private final List<SheetRow> rowsRead = new ArrayList<>();
    private Scenarios scenarios = new Scenarios(List.of(), List.of());
    private final List<SheetTable> tables = new ArrayList<>();
    private final List<SheetForm> forms = new ArrayList<>();
    private List<CheckTerms> checks = List.of();
    private final List<PolicyRow> contents = new ArrayList<>();

    PolicySheets(String file, List<SheetContent> sheets, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.tabs = sheets.stream().map(SheetContent::name).toList();
        problems.orderBy(tabs);
        sheets.forEach(this::take);
        for (String required : SheetNames.REQUIRED) {
            if (!terms.containsKey(required)) {
                problems.add(null, null, Severity.ERROR, "the sheet \"" + required + "\" is missing; add it");
            }
        }
    }

    /** The whole policy; some of it is missing when there are errors. */
    Policy read(Vendor vendor, int version) {
        PlansSheet plansSheet = new PlansSheet();
        List<PlanTerms> plans = rows(PlanTerms.SHEET, PlansSheet.COLUMNS, plansSheet::read);
        OverLimitSheet overLimitSheet = new OverLimitSheet(plansSheet.names());
        List<OverLimitTerms> overLimit = rows(OverLimitTerms.SHEET, overLimitSheet.columns(), overLimitSheet::read);
        List<CountingTerms> counting = rows(CountingTerms.SHEET, WhoCountsSheet.COLUMNS, WhoCountsSheet::read);
        List<ExemptionTerms> exemptions = rows(ExemptionTerms.SHEET, ExemptionSheet.COLUMNS, ExemptionSheet::read);
        SettingsSheet settingsSheet = new SettingsSheet(plansSheet.names());
        List<SettingTerms> settings = rows(SettingTerms.SHEET, settingsSheet.columns(), settingsSheet::read);
        AddOnsSheet addOnsSheet = new AddOnsSheet(plansSheet.names());
        List<AddOnTerms> addOns = rows(AddOnTerms.SHEET, addOnsSheet.columns(), addOnsSheet::read);
        SupportPlansSheet supportSheet = new SupportPlansSheet(plansSheet.names());
        List<SupportPlanTerms> supportPlans = rows(SupportPlanTerms.SHEET, supportSheet.columns(), supportSheet::read);
        EntitlementsSheet entitlementsSheet =
                new EntitlementsSheet(plansSheet.names(), supportSheet.names(), addOnsSheet.names());
        List<EntitlementTerms> entitlements =
                rows(EntitlementTerms.SHEET, entitlementsSheet.columns(), entitlementsSheet::read);
        ChecksSheet checksSheet = new ChecksSheet(plansSheet.names(), supportSheet.names());
        checks = rows(CheckTerms.SHEET, checksSheet.columns(), checksSheet::read);
        List<String> codes = Stream.concat(
                        Arrays.stream(FindingCode.values()).map(Enum::name), checksSheet.codes().stream())
                .toList();
        WaiversSheet waiversSheet = new WaiversSheet(codes);
        List<WaiverTerms> waivers = rows(WaiverTerms.SHEET, waiversSheet.columns(), waiversSheet::read);
        readScenarios(new ScenariosSheet(vendor, plansSheet.names(), supportSheet.names(), addOnsSheet.names(), codes));
        PolicyTerms all = new PolicyTerms(
                vendor,
                version,
                plans,
                overLimit,
                counting,
                exemptions,
                settings,
                addOns,
                entitlements,
                supportPlans,
                waivers);
        return new Policy(all, DecisionTable.of(checks));
    }

    /** The tests in the workbook; to be asked after reading. */
    Scenarios scenarios() {
        return scenarios;
    }

    private void readScenarios(ScenariosSheet reader) {
        for (SheetContent sheet : scenarioSheets) {
            TermsTable.on(file, sheet, reader.columns(), problems).ifPresent(table -> {
                forms.add(table.form());
                reader.read(table.rows(false));
            });
        }
        List<SheetRow> rows = rowsRead.stream()
                .sorted(Comparator.comparingInt((SheetRow row) -> tabs.indexOf(row.sheet()))
                        .thenComparingInt(SheetRow::row))
                .toList();
        scenarios = new Scenarios(reader.scenarios(), rows);
    }

    /** The rows that were read so far, as people read them, sheet by sheet from top to bottom. */
    List<PolicyRow> contents() {
        return List.copyOf(contents);
    }

    private void take(SheetContent sheet) {
        if (SheetNames.isScenarios(sheet.name())) {
            scenarioSheets.add(sheet);
            return;
        }
        Optional<String> name = SheetNames.terms(sheet.name());
        if (name.isEmpty() && !SheetNames.isFreeText(sheet.name())) {
            String hint = Spoken.didYouMean(sheet.name(), SheetNames.READ);
            String advice = hint.isEmpty() ? "; move it to a workbook of its own" : hint;
            problems.add(
                    sheet.name(),
                    null,
                    Severity.ERROR,
                    "a policy workbook has no sheet " + Spoken.quoted(sheet.name()) + advice);
        } else if (name.isPresent() && terms.putIfAbsent(name.get(), sheet) != null) {
            String message = "the sheet \"" + name.get() + "\" stands twice; delete or rename one of the two";
            problems.add(sheet.name(), null, Severity.ERROR, message);
        }
    }

    private <T> List<T> rows(String name, List<Column<?>> columns, Function<TableRow, @Nullable T> reader) {
        SheetContent sheet = terms.get(name);
        if (sheet == null) {
            return List.of();
        }
        List<T> read = new ArrayList<>();
        Optional<TermsTable> table = TermsTable.on(file, sheet, columns, problems);
        List<TableRow> typed = table.map(found -> found.rows(SheetNames.REQUIRED.contains(name)))
                .orElse(List.of());
        for (TableRow row : typed) {
            contents.add(row.content());
            T one = reader.apply(row);
            if (one != null) {
                read.add(one);
                rowsRead.add(row.at());
            }
        }
        table.ifPresent(found -> {
            forms.add(found.form());
            tables.add(found.place(name, read.size() == typed.size()));
        });
        return List.copyOf(read);
    }

    /** The rows of the sheet Checks that were read. */
    List<CheckTerms> checks() {
        return checks;
    }

    /** How the tables that were read so far are filled in, by their tabs. */
    List<SheetForm> forms() {
        return forms.stream()
                .sorted(Comparator.comparingInt(form -> tabs.indexOf(form.tab())))
                .toList();
    }

    /** The tables that were read so far. */
    List<SheetTable> tables() {
        return List.copyOf(tables);
    }
}
