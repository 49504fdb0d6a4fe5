package org.trueup.batch.feed;

import org.trueup.batch.store.BulkLoader;

/**
 * Takes accounts, of which millions come every night while few are new or changed. A new one goes straight to the facts,
 * in the feed's transaction; one that reads otherwise than before is staged, to be merged at the end; one that reads as
 * before goes nowhere. The last line of an account wins: whatever was seen of it before is what was seen last.
 */
record AccountIntake(AccountLines accounts, BulkLoader added, BulkLoader changed) implements LineTaker {
    @Override
    public void take(Line line) {
        long entry = accounts.write(line, added);
        if (line.problem() != null) {
            added.dropRow();
            return;
        }
        IdIndex index = accounts.ids().accounts();
        long before = index.fingerprint(entry);
        long now = added.fingerprint();
        index.fingerprint(entry, now);
        if (before == 0) {
            added.endRow();
        } else if (before == now) {
            added.dropRow();
        } else {
            added.moveRow(changed);
        }
    }
}
