package org.trueup.batch.feed;

import org.trueup.rules.fact.ActivityKind;

/**
 * activity.csv: a line is a day on which an account was active. There are hundreds of millions of them, so a good
 * line makes no garbage. Its source is passed over: days are kept, not single records.
 */
record ActivityLines(KnownIds ids, DayFolder folder) implements LineTaker {
    private static final ActivityKind[] KINDS = ActivityKind.values();

    @Override
    public void take(Line line) {
        int tenantNo = line.tenantNo(ids);
        if (tenantNo == 0) {
            return;
        }
        long account = line.known(Column.ACCOUNT_ID, tenantNo, ids.accounts());
        int day = line.utcDay(Column.AT);
        ActivityKind kind = line.word(Column.KIND, KINDS, ActivityKind.REGISTRATION);
        if (line.problem() == null) {
            folder.add(ids.accounts().rank(account), day >> 5, kind.ordinal(), day & 31);
        }
    }
}
