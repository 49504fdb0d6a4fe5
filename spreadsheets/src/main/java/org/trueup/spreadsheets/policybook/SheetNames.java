package org.trueup.spreadsheets.policybook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.EntitlementTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.SettingTerms;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.rules.terms.WaiverTerms;
import org.trueup.spreadsheets.sheet.CellText;

/** The sheets that a policy workbook may hold. Upper and lower case and spaces make no difference. */
final class SheetNames {
    static final List<String> REQUIRED = List.of(PlanTerms.SHEET, OverLimitTerms.SHEET, CountingTerms.SHEET);
    static final List<String> TERMS = List.of(
            PlanTerms.SHEET,
            OverLimitTerms.SHEET,
            CountingTerms.SHEET,
            ExemptionTerms.SHEET,
            AddOnTerms.SHEET,
            SupportPlanTerms.SHEET,
            EntitlementTerms.SHEET,
            SettingTerms.SHEET,
            CheckTerms.SHEET,
            WaiverTerms.SHEET);
    static final String SCENARIOS = "Scenarios";
    /** Every name that a sheet which is read may have, for hints. */
    static final List<String> READ =
            Stream.concat(TERMS.stream(), Stream.of(SCENARIOS)).toList();

    static final List<String> FREE_TEXT = List.of("Read me", "Changes");

    private SheetNames() {}

    /** The terms sheet that a tab's name means. */
    static Optional<String> terms(String tab) {
        return TERMS.stream().filter(name -> key(name).equals(key(tab))).findFirst();
    }

    /** Whether a tab holds tests: its name begins with the word, so that there may be several. */
    static boolean isScenarios(String tab) {
        return key(tab).startsWith(key(SCENARIOS));
    }

    static boolean isRead(String tab) {
        return terms(tab).isPresent() || isScenarios(tab);
    }

    /** Whether a sheet is for people alone: a text, or what a check wrote. */
    static boolean isFreeText(String tab) {
        return Stream.of(FREE_TEXT, CheckMarks.PROBLEMS, CheckMarks.COVERAGE)
                .flatMap(List::stream)
                .anyMatch(name -> key(name).equals(key(tab)));
    }

    /** What two names of sheets or columns must share to be the same. */
    static String key(String name) {
        return CellText.word(name).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
