package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.AddOn;
import org.trueup.rules.fact.Subscription;
import org.trueup.rules.fact.Term;
import org.trueup.rules.terms.AddOnTerms;
import org.trueup.rules.terms.SupportPlanTerms;
import org.trueup.spreadsheets.policybook.ValueType.Parsed;
import org.trueup.spreadsheets.sheet.CellText;
import org.trueup.spreadsheets.sheet.CellValue;

/** The columns of a sheet of scenarios that say what the made-up tenant bought. */
final class ScenarioPurchase {
    private static final int MOST_LICENCES = 10_000_000;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Column<String> plan;
    private final Column<Term> term = Column.optional("Term", ChoiceTypes.lowerCase(Term.class));
    private final Column<Integer> licences = Column.optional("Licences", NumberTypes.whole(0, MOST_LICENCES));
    private final Column<LocalDate> startsOn = Column.optional("Starts on", new DateType());
    private final Column<LocalDate> endsOn = Column.optional("Ends on", new DateType());
    private final Column<BigDecimal> price = Column.optional("Price per licence and month", NumberTypes.money());
    private final Column<BigDecimal> discount = Column.optional("Discount (%)", NumberTypes.percent());
    private final Column<String> supportPlan;
    private final Column<List<AddOn>> addOns;

    ScenarioPurchase(List<String> plans, List<String> supportPlans, List<String> addOnNames) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
        supportPlan = Column.optional(
                "Support plan", ChoiceTypes.named("a support plan", SupportPlanTerms.SHEET, supportPlans));
        ValueType<String> addOn = ChoiceTypes.named("an add-on", AddOnTerms.SHEET, addOnNames);
        addOns = Column.optional(
                "Add-ons",
                ListType.ofTexts("add-ons and their licences, such as Extra reports: 5", typed -> addOn(addOn, typed)));
    }

    List<Column<?>> columns() {
        return List.of(plan, term, licences, startsOn, endsOn, price, discount, supportPlan, addOns);
    }

    /** The plan, for what is known from the night before. */
    @Nullable
    String plan(TableRow row) {
        return row.get(plan);
    }

    /** The subscription as a list of one; empty where no plan is typed or a cell is wrong. */
    List<Subscription> subscriptions(TableRow row, LocalDate asOf) {
        String bought = row.get(plan);
        if (row.blank(plan)) {
            refuseWithoutPlan(row);
        }
        LocalDate first = first(row, asOf);
        LocalDate last = last(row, asOf);
        if (first != null && last != null && last.isBefore(first)) {
            row.error(row.blank(endsOn) ? startsOn : endsOn, last + " is before " + first + "; type a later date");
        }
        BigDecimal percent = row.get(discount);
        if (percent != null && percent.compareTo(WHOLE) > 0) {
            row.error(discount, percent.toPlainString() + " % is more than all; type a percentage from 0 to 100");
        }
        Term kind = row.get(term);
        Integer number = row.get(licences);
        BigDecimal each = row.get(price);
        String support = row.get(supportPlan);
        if (bought == null || first == null || last == null || row.failed()) {
            return List.of();
        }
        return List.of(new Subscription(
                "s1",
                bought,
                number,
                first,
                last,
                kind == null ? Term.PAID : kind,
                percent == null ? BigDecimal.ZERO : percent,
                each,
                support));
    }

    List<AddOn> addOns(TableRow row) {
        List<AddOn> bought = row.get(addOns);
        return bought == null ? List.of() : bought;
    }

    /** Without a date, the term is the as-of date's calendar year; with one, twelve months. */
    private @Nullable LocalDate first(TableRow row, LocalDate asOf) {
        LocalDate typed = row.get(startsOn);
        LocalDate last = row.get(endsOn);
        if (!row.blank(startsOn)) {
            return typed;
        } else if (!row.blank(endsOn)) {
            return last == null ? null : last.plusDays(1).minusYears(1);
        }
        return asOf.withDayOfYear(1);
    }

    private @Nullable LocalDate last(TableRow row, LocalDate asOf) {
        LocalDate typed = row.get(endsOn);
        LocalDate first = row.get(startsOn);
        if (!row.blank(endsOn)) {
            return typed;
        } else if (!row.blank(startsOn)) {
            return first == null ? null : first.plusYears(1).minusDays(1);
        }
        return asOf.withDayOfYear(1).plusYears(1).minusDays(1);
    }

    private void refuseWithoutPlan(TableRow row) {
        Stream.of(term, licences, startsOn, endsOn, price, discount, supportPlan)
                .filter(column -> !row.blank(column))
                .findFirst()
                .ifPresent(column -> row.error(
                        plan,
                        "the cell is empty, though " + column.header()
                                + " is filled; type a plan, or empty both for a tenant without a subscription"));
    }

    private static Parsed<AddOn> addOn(ValueType<String> names, String typed) {
        int colon = typed.lastIndexOf(':');
        if (colon < 1) {
            return Parsed.wrong(Spoken.quoted(typed) + " is not an add-on with its licences; type for example "
                    + CellText.line(typed) + ": 5");
        }
        Parsed<String> name = names.parse(new CellValue.Text(typed.substring(0, colon)));
        Parsed<Integer> number = typed.length() == colon + 1
                ? Parsed.wrong(Spoken.quoted(typed) + " says no licences; type them after the colon")
                : NumberTypes.whole(0, MOST_LICENCES).parse(new CellValue.Text(typed.substring(colon + 1)));
        if (name instanceof Parsed.Wrong<String> wrong) {
            return Parsed.wrong(wrong.message());
        } else if (number instanceof Parsed.Wrong<Integer> wrong) {
            return Parsed.wrong(wrong.message());
        }
        return Parsed.right(new AddOn(
                ((Parsed.Right<String>) name).value(), ((Parsed.Right<Integer>) number).value(), null, null, null));
    }
}
