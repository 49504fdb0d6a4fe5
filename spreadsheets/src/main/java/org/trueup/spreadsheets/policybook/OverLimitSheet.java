package org.trueup.spreadsheets.policybook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Term;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitTerms;

/** Reads the sheet Over the limit. */
final class OverLimitSheet {
    private static final int MOST_LICENCES = 10_000_000;
    private static final int MOST_GRACE_DAYS = 3_660;
    private static final int PERCENT_DECIMALS = 3;
    private static final int LONGEST_TEXT = 1_000;

    private final Column<String> plan;
    private final Column<Term> term = Column.optional("Term", ChoiceTypes.lowerCase(Term.class));
    private final Column<Integer> licences =
            Column.optional("Over by at least (licences)", NumberTypes.whole(0, MOST_LICENCES));
    private final Column<BigDecimal> percent = Column.optional("Over by at least (%)", NumberTypes.percent());
    private final Column<LocalDate> from = Column.optional("Period started from", new DateType());
    private final Column<LocalDate> until = Column.optional("Period started until", new DateType());
    private final Column<Status> status = Column.required("Status", ChoiceTypes.oneOf(Status.class, Status::name));
    private final Column<Integer> graceDays = Column.optional("Grace days", NumberTypes.whole(1, MOST_GRACE_DAYS));
    private final Column<Status> thenStatus =
            Column.optional("Then status", ChoiceTypes.oneOf(Status.class, Status::name));
    private final Column<AddingBeyond> adding =
            Column.required("Adding beyond", ChoiceTypes.lowerCase(AddingBeyond.class));
    private final Column<String> happens = Column.optional("What happens", TextTypes.sentence(LONGEST_TEXT));

    OverLimitSheet(List<String> plans) {
        plan = Column.optional("Plan", ChoiceTypes.plan(plans));
    }

    List<Column<?>> columns() {
        return List.of(plan, term, licences, percent, from, until, status, graceDays, thenStatus, adding, happens);
    }

    @Nullable
    OverLimitTerms read(TableRow row) {
        String forPlan = row.get(plan);
        Term forTerm = row.get(term);
        Integer overBy = row.get(licences);
        BigDecimal overByPercent = row.get(percent);
        LocalDate startedFrom = row.get(from);
        LocalDate startedUntil = row.get(until);
        Status now = row.get(status);
        Integer days = row.get(graceDays);
        Status then = row.get(thenStatus);
        AddingBeyond beyond = row.get(adding);
        String text = row.get(happens);
        if (overByPercent != null && overByPercent.scale() > PERCENT_DECIMALS) {
            row.error(percent, overByPercent.toPlainString() + " is not a percentage of at most 3 decimals; type one");
        }
        checkPeriod(row, startedFrom, startedUntil);
        if (!row.failed()) {
            checkGrace(row, now, days, then);
        }
        if (row.failed() || now == null || beyond == null) {
            return null;
        }
        return new OverLimitTerms(
                row.at(),
                forPlan,
                forTerm,
                overBy,
                overByPercent,
                startedFrom,
                startedUntil,
                now,
                days,
                then,
                beyond,
                text);
    }

    private void checkPeriod(TableRow row, @Nullable LocalDate startedFrom, @Nullable LocalDate startedUntil) {
        if (startedFrom != null && startedUntil != null && startedUntil.isBefore(startedFrom)) {
            row.error(until, startedUntil + " is before " + startedFrom + ", where the row begins; type a later date");
        }
    }

    private void checkGrace(TableRow row, @Nullable Status now, @Nullable Integer days, @Nullable Status then) {
        if (days != null && then == null) {
            row.error(thenStatus, "the cell is empty, but there are Grace days; type the status that follows them");
        }
        if (days == null && then != null) {
            row.error(graceDays, "the cell is empty, but there is a Then status; type after how many days it follows");
        }
        if (now == Status.GRACE && days == null && then == null) {
            row.error(graceDays, "the cell is empty, but the Status is GRACE; type how many days the grace period has");
        }
    }
}
