package org.trueup.spreadsheets.policybook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.outcome.AddingBeyond;
import org.trueup.rules.outcome.Status;
import org.trueup.rules.terms.OverLimitConditions;
import org.trueup.rules.terms.OverLimitTerms;

/** Reads the sheet Over the limit. */
final class OverLimitSheet {
    private static final int MOST_GRACE_DAYS = 3_660;
    private static final int LONGEST_TEXT = 1_000;

    private final OverLimitColumns conditions;
    private final Column<Status> status = Column.required("Status", ChoiceTypes.oneOf(Status.class, Status::name));
    private final Column<Integer> graceDays = Column.optional("Grace days", NumberTypes.whole(1, MOST_GRACE_DAYS));
    private final Column<Status> thenStatus =
            Column.optional("Then status", ChoiceTypes.oneOf(Status.class, Status::name));
    private final Column<AddingBeyond> adding =
            Column.required("Adding beyond", ChoiceTypes.lowerCase(AddingBeyond.class));
    private final Column<String> happens = Column.optional("What happens", TextTypes.sentence(LONGEST_TEXT));

    OverLimitSheet(List<String> plans) {
        conditions = new OverLimitColumns(plans);
    }

    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>(conditions.all());
        columns.addAll(List.of(status, graceDays, thenStatus, adding, happens));
        return columns;
    }

    @Nullable
    OverLimitTerms read(TableRow row) {
        OverLimitConditions when = conditions.read(row);
        Status now = row.get(status);
        Integer days = row.get(graceDays);
        Status then = row.get(thenStatus);
        AddingBeyond beyond = row.get(adding);
        String text = row.get(happens);
        if (!row.failed()) {
            checkGrace(row, now, days, then);
        }
        if (row.failed() || now == null || beyond == null) {
            return null;
        }
        return new OverLimitTerms(row.at(), when, now, days, then, beyond, text);
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
