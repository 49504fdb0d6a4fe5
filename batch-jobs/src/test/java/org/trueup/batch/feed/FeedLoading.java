package org.trueup.batch.feed;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.Store;
import org.trueup.batch.store.TestStore;

/** A store of a test class's own, empty before each test, and the feed job on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FeedLoading {
    private final TestStore test = TestStore.fresh();
    private final FeedTestContext context = new FeedTestContext(test.store());

    final JdbcClient sql = JdbcClient.create(test.store().dataSource());
    final FeedLoader loader = context.loader();

    @TempDir
    Path folder;

    @AfterAll
    void close() {
        context.close();
        test.close();
    }

    @BeforeEach
    void empty() throws Exception {
        test.clear();
    }

    final Store store() {
        return test.store();
    }

    final List<String> rows(String query) {
        return Rows.of(sql, query);
    }

    /** What a feed must not change unless it says so. */
    final List<String> checksums() {
        return rows("CHECKSUM TABLE tenant, subscription, add_on, grace_state, account, activity,"
                + " deactivation_change");
    }
}
