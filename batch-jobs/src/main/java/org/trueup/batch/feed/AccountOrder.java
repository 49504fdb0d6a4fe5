package org.trueup.batch.feed;

import java.io.Closeable;
import java.nio.file.Path;

/**
 * The order in which the store keeps accounts, by tenant and then by account, as one running number (the rank). With
 * it activity is sorted as single longs and yet reaches the store in the order of its key.
 */
final class AccountOrder implements Closeable {
    private final IdIndex accounts;
    private final MappedMemory entryByRank;

    /** Ranks all accounts that are known now. */
    AccountOrder(IdIndex accounts, int highestTenant, Path scratch) {
        this.accounts = accounts;
        entryByRank = MappedMemory.in(scratch);
        entryByRank.reserve(accounts.count() << 3);
        try (MappedMemory next = MappedMemory.in(scratch)) {
            next.reserve((highestTenant + 2L) << 2);
            accounts.forEach(entry -> count(next, accounts.owner(entry) + 1));
            for (int tenant = 1; tenant <= highestTenant; tenant++) {
                next.putInt((long) tenant << 2, next.getInt((long) tenant << 2) + next.getInt((tenant - 1L) << 2));
            }
            // within a tenant entries stand in the order of their numbers: the store's first, then the new ones
            accounts.forEach(entry -> {
                int rank = count(next, accounts.owner(entry));
                accounts.rank(entry, rank);
                entryByRank.putLong((long) rank << 3, entry);
            });
        }
    }

    private static int count(MappedMemory counters, int index) {
        int before = counters.getInt((long) index << 2);
        counters.putInt((long) index << 2, before + 1);
        return before;
    }

    int tenantNo(int rank) {
        return accounts.owner(entryByRank.getLong((long) rank << 3));
    }

    int accountNo(int rank) {
        return accounts.number(entryByRank.getLong((long) rank << 3));
    }

    @Override
    public void close() {
        entryByRank.close();
    }
}
