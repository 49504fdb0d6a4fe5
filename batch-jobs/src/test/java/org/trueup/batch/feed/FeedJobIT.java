package org.trueup.batch.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trueup.batch.store.TestStore;

/** Exact rows for every column of every file. */
class FeedJobIT {
    private static final TestStore TEST = TestStore.fresh();
    private static final FeedTestContext CONTEXT = new FeedTestContext(TEST.store());

    private final JdbcClient sql = JdbcClient.create(TEST.store().dataSource());
    private final FeedLoader loader = CONTEXT.loader();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        CONTEXT.close();
        TEST.close();
    }

    @BeforeEach
    void empty() throws Exception {
        TEST.clear();
    }

    @Test
    void theLeastFeedIsTenantsAndSubscriptions() {
        FeedResult result = loader.load(Folder.small(folder).request());

        assertThat(result.files())
                .containsExactly(
                        new FileCount("tenants.csv", 2, 2, 0),
                        new FileCount("subscriptions.csv", 2, 2, 0),
                        new FileCount("add_ons.csv", 0, 0, 0),
                        new FileCount("grace_state.csv", 0, 0, 0),
                        new FileCount("accounts.csv", 0, 0, 0),
                        new FileCount("activity.csv", 0, 0, 0));
        assertThat(rows("SELECT tenant_no, tenant_id, name, vendor FROM tenant ORDER BY 1"))
                .containsExactly("1|t1|One|plecto", "2|t2|Two|pensero");
    }

    private List<String> rows(String query) {
        return Rows.of(sql, query);
    }
}
