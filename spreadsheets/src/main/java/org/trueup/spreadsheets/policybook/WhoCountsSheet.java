package org.trueup.spreadsheets.policybook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trueup.rules.fact.Access;
import org.trueup.rules.fact.AccountKind;
import org.trueup.rules.metric.Metric;
import org.trueup.rules.terms.CountingTerms;
import org.trueup.rules.terms.GroupCondition;

/** Reads the sheet Who counts. */
final class WhoCountsSheet {
    static final int MOST_LICENCES = 100_000;
    static final int LONGEST_REASON = 500;

    private static final Column<Metric> METRIC =
            Column.optional("Metric", ChoiceTypes.oneOf(Metric.class, Metric::code));
    private static final Column<AccountKind> KIND = Column.optional("Kind", ChoiceTypes.lowerCase(AccountKind.class));
    private static final Column<Access> ACCESS = Column.optional("Access", ChoiceTypes.lowerCase(Access.class));
    private static final Column<Boolean> TRACKED = Column.optional("Tracked", ChoiceTypes.yesNo());
    private static final Column<Boolean> HISTORY = Column.optional("History", ChoiceTypes.yesNo());
    private static final Column<GroupCondition> GROUP =
            Column.optional("Group", ChoiceTypes.lowerCase(GroupCondition.class));
    private static final Column<Boolean> LOGIN = Column.optional("Login enabled", ChoiceTypes.yesNo());
    private static final Column<Boolean> DEACTIVATED = Column.optional("Deactivated", ChoiceTypes.yesNo());
    private static final Column<Boolean> REMOVED = Column.optional("Removed", ChoiceTypes.yesNo());
    private static final Column<Integer> LICENCES =
            Column.required("Licences counted", NumberTypes.whole(0, MOST_LICENCES));
    private static final Column<String> BECAUSE = Column.optional("Because", TextTypes.sentence(LONGEST_REASON));
    static final List<Column<?>> COLUMNS =
            List.of(METRIC, KIND, ACCESS, TRACKED, HISTORY, GROUP, LOGIN, DEACTIVATED, REMOVED, LICENCES, BECAUSE);

    private WhoCountsSheet() {}

    static @Nullable CountingTerms read(TableRow row) {
        Metric metric = row.get(METRIC);
        AccountKind kind = row.get(KIND);
        Access access = row.get(ACCESS);
        Boolean tracked = row.get(TRACKED);
        Boolean history = row.get(HISTORY);
        GroupCondition group = row.get(GROUP);
        Boolean login = row.get(LOGIN);
        Boolean deactivated = row.get(DEACTIVATED);
        Boolean removed = row.get(REMOVED);
        Integer licences = row.get(LICENCES);
        String because = row.get(BECAUSE);
        if (row.failed() || licences == null) {
            return null;
        }
        return new CountingTerms(
                row.at(),
                metric,
                kind,
                access,
                tracked,
                history,
                group,
                login,
                deactivated,
                removed,
                licences,
                because);
    }
}
