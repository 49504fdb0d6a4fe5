package org.trueup.batch.store;

import java.io.ByteArrayInputStream;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Loads each buffer by a statement of its own, so that loaders of several tables can take turns on one connection. */
final class BufferByBuffer implements RowLoading {
    private final LoadStatement statement;
    private @Nullable RowBuffer spare;
    private @Nullable Future<RowBuffer> loading;

    BufferByBuffer(LoadStatement statement) {
        this.statement = statement;
    }

    @Override
    public RowBuffer hand(RowBuffer full) {
        finish();
        loading = statement.thread().submit(() -> {
            statement.run(new ByteArrayInputStream(full.bytes(), 0, full.size()));
            full.clear();
            return full;
        });
        RowBuffer next = spare == null ? new RowBuffer() : spare;
        spare = null;
        return next;
    }

    @Override
    public void finish() {
        if (loading != null) {
            spare = statement.await(loading);
            loading = null;
        }
    }

    @Override
    public void abandon() {
        if (loading != null) {
            loading.cancel(false);
        }
    }
}
