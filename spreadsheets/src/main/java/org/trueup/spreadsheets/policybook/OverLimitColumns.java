package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.trueup.rules.fact.Term;
import org.trueup.rules.terms.Bounds;
import org.trueup.rules.terms.OverLimitConditions;

/** The conditions of the sheet Over the limit. */
final class OverLimitColumns {
    private static final int MOST_LICENCES = 10_000_000;
    private static final int MOST_DAYS = 100_000;
    private static final int PERCENT_DECIMALS = 3;

    private final Column<String> plan;
    private final Column<Term> term = Column.optional("Term", ChoiceTypes.lowerCase(Term.class));
    private final Column<Integer> overBy = licences("Over by at least (licences)");
    private final Column<BigDecimal> overByPercent = Column.optional("Over by at least (%)", NumberTypes.percent());
    private final Column<LocalDate> from = Column.optional("Period started from", new DateType());
    private final Column<LocalDate> until = Column.optional("Period started until", new DateType());
    private final Column<Integer> upToLicences = licences("Over by at most (licences)");
    private final Column<BigDecimal> upToPercent = Column.optional("Over by at most (%)", NumberTypes.percent());
    private final Column<Integer> days = Column.optional("Over for at least (days)", NumberTypes.whole(1, MOST_DAYS));
    private final Column<Boolean> nonprofit = Column.optional("Nonprofit", ChoiceTypes.yesNo());
    private final Column<Integer> licensed = licences("Licensed at least");
    private final Column<Integer> licensedUpTo = licences("Licensed at most");

    OverLimitColumns(List<String> plans) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
    }

    private static Column<Integer> licences(String header) {
        return Column.optional(header, NumberTypes.whole(0, MOST_LICENCES));
    }

    List<Column<?>> all() {
        return List.of(
                plan,
                term,
                overBy,
                overByPercent,
                from,
                until,
                upToLicences,
                upToPercent,
                days,
                nonprofit,
                licensed,
                licensedUpTo);
    }

    OverLimitConditions read(TableRow row) {
        return new OverLimitConditions(
                row.get(plan),
                row.get(term),
                row.get(nonprofit),
                numbers(row, licensed, licensedUpTo),
                period(row),
                numbers(row, overBy, upToLicences),
                percents(row),
                row.get(days));
    }

    private Bounds<BigDecimal> percents(TableRow row) {
        refuseLongFraction(row, overByPercent);
        refuseLongFraction(row, upToPercent);
        return numbers(row, overByPercent, upToPercent);
    }

    private static void refuseLongFraction(TableRow row, Column<BigDecimal> column) {
        BigDecimal percent = row.get(column);
        if (percent != null && percent.scale() > PERCENT_DECIMALS) {
            row.error(
                    column,
                    percent.toPlainString() + " % has more than " + PERCENT_DECIMALS
                            + " decimals; type it with fewer, for example 2.5 %");
        }
    }

    private static <N extends Number & Comparable<? super N>> Bounds<N> numbers(
            TableRow row, Column<N> atLeast, Column<N> atMost) {
        N least = row.get(atLeast);
        N most = row.get(atMost);
        if (least != null && most != null && most.compareTo(least) < 0) {
            row.error(
                    atMost,
                    said(most) + " is less than " + said(least) + " under " + atLeast.header()
                            + ", so that no tenant fits; type a higher number");
            return Bounds.any();
        }
        return new Bounds<>(least, most);
    }

    private static String said(Number number) {
        return number instanceof BigDecimal percent ? percent.toPlainString() + " %" : number.toString();
    }

    private Bounds<LocalDate> period(TableRow row) {
        LocalDate startedFrom = row.get(from);
        LocalDate startedUntil = row.get(until);
        if (startedFrom != null && startedUntil != null && startedUntil.isBefore(startedFrom)) {
            row.error(until, startedUntil + " is before " + startedFrom + ", where the row begins; type a later date");
            return Bounds.any();
        }
        return new Bounds<>(startedFrom, startedUntil);
    }
}
