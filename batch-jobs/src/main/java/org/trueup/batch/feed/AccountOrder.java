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
    /** For each tenant the rank after its last account, which is the first of the next tenant. */
    private final MappedMemory ends;

    /** Ranks all accounts that are known now. */
    AccountOrder(IdIndex accounts, int highestTenant, Path scratch) {
        this.accounts = accounts;
        entryByRank = MappedMemory.in(scratch);
        entryByRank.reserve(accounts.count() << 3);
        ends = MappedMemory.in(scratch);
        ends.reserve((highestTenant + 2L) << 2);
        accounts.forEach(entry -> count(accounts.owner(entry) + 1));
        for (int tenant = 1; tenant <= highestTenant; tenant++) {
            ends.putInt((long) tenant << 2, end(tenant) + end(tenant - 1));
        }
        // within a tenant entries stand in the order of their numbers: the store's first, then the new ones
        accounts.forEach(entry -> {
            int rank = count(accounts.owner(entry));
            accounts.rank(entry, rank);
            entryByRank.putLong((long) rank << 3, entry);
        });
    }

    private int count(int tenant) {
        int before = end(tenant);
        ends.putInt((long) tenant << 2, before + 1);
        return before;
    }

    private int end(int tenant) {
        return ends.getInt((long) tenant << 2);
    }

    /** The rank of a tenant's first account; of the tenant after the highest, the rank after the last account. */
    int firstRank(int tenantNo) {
        return end(tenantNo - 1);
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
        ends.close();
    }
}
