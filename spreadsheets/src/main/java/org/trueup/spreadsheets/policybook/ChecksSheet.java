package org.trueup.spreadsheets.policybook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.check.Characteristic;
import org.trueup.rules.check.CheckTerms;
import org.trueup.rules.check.Measure;
import org.trueup.rules.check.Placeholder;
import org.trueup.rules.check.Range;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.FindingCode;
import org.trueup.rules.outcome.Severity;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.SupportPlanTerms;

/** Reads the sheet Checks: the findings of the analysts' own. */
final class ChecksSheet {
    private static final int LONGEST_MESSAGE = 500;
    /** Each becomes a rule of its own; so many are compiled in some four seconds. */
    private static final int MOST_CHECKS = 500;

    private static final Pattern CODE_NAME = Pattern.compile("[A-Z][A-Z0-9_]{2,59}");

    private final Column<String> code =
            Column.required(CheckTerms.CODE, TextTypes.name("a name for the finding, for example USE_AT_90_PERCENT"));
    private final Column<Severity> severity =
            Column.required("Severity", ChoiceTypes.oneOf(Severity.class, Severity::name));
    private final Column<String> message =
            Column.required("Message", TextTypes.line(LONGEST_MESSAGE, Placeholder.names()));
    private final Column<LocalDate> from = Column.optional("From", new DateType());
    private final Column<LocalDate> until = Column.optional("Until", new DateType());
    private final Map<Characteristic, Column<String>> words = new EnumMap<>(Characteristic.class);
    private final Map<Measure, BoundColumns> bounds = new EnumMap<>(Measure.class);
    private final FirstRows firstRows = new FirstRows();
    private final Set<String> codes = new LinkedHashSet<>();
    private int read;

    ChecksSheet(List<String> plans, List<String> supportPlans) {
        words.put(Characteristic.PLAN, word(Characteristic.PLAN, ChoiceTypes.plan(plans)));
        words.put(Characteristic.TERM, word(Characteristic.TERM, ChoiceTypes.wordOf(lowerCase(Term.values()))));
        words.put(Characteristic.STATUS, word(Characteristic.STATUS, ChoiceTypes.wordOf(names(Status.values()))));
        words.put(
                Characteristic.SUPPORT_PLAN,
                word(
                        Characteristic.SUPPORT_PLAN,
                        ChoiceTypes.named("a support plan", SupportPlanTerms.SHEET, supportPlans)));
        words.put(Characteristic.NONPROFIT, word(Characteristic.NONPROFIT, ChoiceTypes.wordOf(List.of("yes", "no"))));
        for (Measure measure : Measure.values()) {
            bounds.put(measure, BoundColumns.of(measure));
        }
    }

    private static Column<String> word(Characteristic characteristic, ValueType<String> type) {
        return Column.optional(characteristic.title(), type);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> lowerCase(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>(List.of(code, severity, message));
        columns.addAll(words.values());
        bounds.values().forEach(measure -> columns.addAll(measure.columns()));
        columns.addAll(List.of(from, until));
        return columns;
    }

    /** The codes that the sheet tells, also of rows that are wrong otherwise. */
    List<String> codes() {
        return List.copyOf(codes);
    }

    @Nullable
    CheckTerms read(TableRow row) {
        read++;
        if (read > MOST_CHECKS) {
            refuseSoMany(row);
            return null;
        }
        String name = row.get(code);
        Severity asks = row.get(severity);
        String says = row.get(message);
        LocalDate first = row.get(from);
        LocalDate last = row.get(until);
        Map<Characteristic, String> is = words(row);
        Map<Measure, Range> ranges = ranges(row);
        if (name != null) {
            codes.add(name);
            checkCode(row, name);
        }
        if (first != null && last != null && last.isBefore(first)) {
            row.error(until, last + " is before " + first + ", where the row begins; type a later date");
        }
        if (row.failed() || name == null || asks == null || says == null) {
            return null;
        }
        CheckTerms check = new CheckTerms(row.at(), name, asks, is, ranges, first, last, says);
        refuseWithoutConditions(row, check);
        refuseSecond(row, check);
        return row.failed() ? null : check;
    }

    private Map<Characteristic, String> words(TableRow row) {
        Map<Characteristic, String> typed = new EnumMap<>(Characteristic.class);
        words.forEach((characteristic, column) -> {
            String word = row.get(column);
            if (word != null) {
                typed.put(characteristic, word);
            }
        });
        return typed;
    }

    private Map<Measure, Range> ranges(TableRow row) {
        Map<Measure, Range> typed = new EnumMap<>(Measure.class);
        bounds.forEach((measure, columns) -> columns.read(row).ifPresent(range -> typed.put(measure, range)));
        return typed;
    }

    private void checkCode(TableRow row, String name) {
        if (!CODE_NAME.matcher(name).matches()) {
            row.error(
                    code,
                    Spoken.quoted(name) + " is not a code; type 3 to 60 capital letters, digits and _, beginning with a"
                            + " letter, for example USE_AT_90_PERCENT");
        } else if (Arrays.stream(FindingCode.values())
                .anyMatch(known -> known.name().equals(name))) {
            row.error(code, Spoken.quoted(name) + " is a finding of the product's own rules; type another code");
        }
    }

    private void refuseSoMany(TableRow row) {
        // once is enough
        if (read == MOST_CHECKS + 1) {
            row.error(
                    code,
                    "the sheet has more than " + MOST_CHECKS
                            + " checks; delete some, or say with one row what several say");
        }
    }

    /** Whoever left all conditions empty meant something else than everybody. */
    private void refuseWithoutConditions(TableRow row, CheckTerms check) {
        if (check.conditions() == 0) {
            row.error(code, "the check has no condition, so that every tenant would have it; fill at least one");
        }
    }

    private void refuseSecond(TableRow row, CheckTerms check) {
        String conditions = check.words() + " " + check.ranges() + " " + check.from() + " " + check.until();
        firstRows.refuseSecond(
                row,
                code,
                "the check " + check.code() + " with the same conditions",
                "; delete one of the two rows or change its conditions",
                check.code(),
                conditions);
    }
}
