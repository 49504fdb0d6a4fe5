package org.trueup.batch.night;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Store;

/** Reads the facts of a range of tenants, some hundreds at a time. One a partition; not for use by several threads. */
class FactReader implements ItemStreamReader<TenantBatch> {
    /** Where each partition notes how many tenants it read. */
    static final String TENANTS_READ = "tenantsRead";

    private static final int TENANTS = 500;
    /** A batch is closed early when its tenants have many accounts, so that memory stays bounded. */
    private static final int ACCOUNTS = 50_000;

    private final Store store;
    private final JdbcClient sql;
    private int run;
    private long read;
    private @Nullable FactCursors cursors;

    FactReader(Store store, JdbcClient sql) {
        this.store = store;
        this.sql = sql;
    }

    @Override
    public void open(ExecutionContext context) {
        TenantRange range = TenantRange.in(context);
        run = range.run();
        try {
            cursors = new FactCursors(store, range, EarlierRuns.before(range.asOf(), sql));
        } catch (SQLException e) {
            throw new ItemStreamException("The facts could not be opened for reading", e);
        }
    }

    @Override
    public @Nullable TenantBatch read() throws SQLException {
        FactCursors open = cursors;
        if (open == null) {
            throw new IllegalStateException("read before open");
        }
        List<StoredTenant> tenants = new ArrayList<>(TENANTS);
        long accounts = 0;
        while (tenants.size() < TENANTS && accounts < ACCOUNTS) {
            StoredTenant next = open.next();
            if (next == null) {
                break;
            }
            tenants.add(next);
            accounts += next.facts().accounts().size();
        }
        read += tenants.size();
        return tenants.isEmpty() ? null : new TenantBatch(run, tenants);
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(TENANTS_READ, read);
    }

    @Override
    public void close() {
        FactCursors open = cursors;
        cursors = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                throw new ItemStreamException("The facts could not be closed", e);
            }
        }
    }
}
