package org.trueup.spreadsheets.scenario;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.Assessment;
import org.trueup.rules.outcome.Money;
import org.trueup.rules.outcome.Position;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.ExemptionTerms;
import org.trueup.rules.terms.OverLimitTerms;
import org.trueup.rules.terms.PlanTerms;
import org.trueup.rules.terms.SettingTerms;

/** What a scenario can expect of the policy: each is a green column of a sheet of scenarios. */
public enum Answer {
    DECIDED_PLAN("Decided plan", of(Position::plan), PlanTerms.SHEET, SettingTerms.SHEET),
    USED("Used", of(Position::used), CountingTerms.SHEET, ExemptionTerms.SHEET),
    LICENSED("Licensed", of(Position::licensed), PlanTerms.SHEET),
    REQUIRED("Required", of(Position::required), PlanTerms.SHEET, CountingTerms.SHEET),
    /** Used beyond licensed, 0 where use is within it. */
    SHORT("Short", of(Position::shortBy), PlanTerms.SHEET, CountingTerms.SHEET),
    STATUS("Status", of(Position::status), OverLimitTerms.SHEET),
    GRACE_DAY(
            "Grace day",
            of(position -> position.grace() == null ? null : position.grace().day()),
            OverLimitTerms.SHEET),
    GRACE_ENDS_ON(
            "Grace ends on",
            of(position -> position.grace() == null ? null : position.grace().endsOn()),
            OverLimitTerms.SHEET),
    MONTHLY_AMOUNT("Monthly amount", of(position -> amount(position.monthlyAmount())), PlanTerms.SHEET),
    TRUE_UP_AMOUNT("True-up amount", of(position -> amount(position.trueUpAmount())), PlanTerms.SHEET),
    ADDING_BEYOND(
            "Adding beyond",
            of(position -> position.addingBeyond().name().toLowerCase(Locale.ROOT)),
            OverLimitTerms.SHEET),
    USAGE_LINE("Usage line", of(Position::usageLine), SettingTerms.SHEET),
    /** Those that are named, each as {@code Data history: 12 months}. */
    ENTITLEMENTS("Entitlements") {
        @Override
        String got(Assessment assessment, List<String> expected) {
            return listed(SetAnswers.entitlements(assessment, expected));
        }

        @Override
        boolean met(Assessment assessment, List<String> expected) {
            return SetAnswers.hasAll(SetAnswers.entitlements(assessment, expected), expected);
        }
    },
    /** Codes that have to be told; {@link Answer#NONE} alone means that nothing is. */
    FINDINGS("Findings") {
        @Override
        String got(Assessment assessment, List<String> expected) {
            return listed(SetAnswers.codes(assessment));
        }

        @Override
        boolean met(Assessment assessment, List<String> expected) {
            List<String> told = SetAnswers.codes(assessment);
            return expected.equals(List.of(NONE)) ? told.isEmpty() : told.containsAll(expected);
        }
    },
    /** Codes that must not be told. */
    NO_FINDINGS("No findings") {
        @Override
        String got(Assessment assessment, List<String> expected) {
            return listed(SetAnswers.codes(assessment).stream()
                    .filter(expected::contains)
                    .toList());
        }

        @Override
        boolean met(Assessment assessment, List<String> expected) {
            return SetAnswers.codes(assessment).stream().noneMatch(expected::contains);
        }
    },
    /** Words of a finding's message or of what people are told about the status. */
    MESSAGE_CONTAINS("Message contains") {
        @Override
        String got(Assessment assessment, List<String> expected) {
            return listed(met(assessment, expected) ? expected : SetAnswers.quotedMessages(assessment));
        }

        @Override
        boolean met(Assessment assessment, List<String> expected) {
            return expected.stream().allMatch(words -> SetAnswers.said(assessment, words));
        }
    };

    /** What stands for nothing: no position, no amount, no grace period, no finding. */
    public static final String NONE = "none";

    private final String column;
    private final Function<Assessment, String> value;
    private final List<String> sheets;

    /** For those that say themselves what they got. */
    Answer(String column) {
        this(column, assessment -> NONE);
    }

    Answer(String column, Function<Assessment, String> value, String... sheets) {
        this.column = column;
        this.value = value;
        this.sheets = List.of(sheets);
    }

    /** The heading of its column. */
    public String column() {
        return column;
    }

    /** The sheets whose rows mostly decide it, for the reason of a failure. */
    List<String> sheets() {
        return sheets;
    }

    /** What the policy gives, said as an expectation is. */
    String got(Assessment assessment, List<String> expected) {
        return value.apply(assessment);
    }

    boolean met(Assessment assessment, List<String> expected) {
        return expected.equals(List.of(got(assessment, expected)));
    }

    private static Function<Assessment, String> of(Function<Position, @Nullable Object> value) {
        return assessment -> {
            Position position = assessment.position();
            Object found = position == null ? null : value.apply(position);
            return found == null ? NONE : found.toString();
        };
    }

    private static @Nullable String amount(@Nullable Money money) {
        return money == null ? null : money.amount().toPlainString();
    }

    private static String listed(List<String> values) {
        return values.isEmpty() ? NONE : String.join(", ", values);
    }
}
